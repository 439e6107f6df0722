package org.statusevents.application.recording;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.decision.LabelChange;
import org.statusevents.domain.decision.NotSent;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.event.OperationId;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.order.OrderNumber;

/// What the caller of an operation is told, now and when it asks again with the same id. The orders
/// touched, the named one first.
public record OperationReceipt(
    OperationId id,
    String source,
    String actor,
    Instant occurredAt,
    Instant recordedAt,
    long configurationVersion,
    List<OrderReceipt> orders) {
  public OperationReceipt {
    orders = List.copyOf(orders);
  }

  /// One order after the operation; `version` is the sequence of its last event.
  public record OrderReceipt(
      OrderNumber order,
      Optional<LabelText> orderLabel,
      long version,
      List<LineLabel> lines,
      List<EventReceipt> events,
      List<ChannelReceipt> channels) {
    public OrderReceipt {
      lines = List.copyOf(lines);
      events = List.copyOf(events);
      channels = List.copyOf(channels);
    }
  }

  public record LineLabel(int line, Optional<LabelText> label) {}

  /// One event as applied to the order.
  public record EventReceipt(
      long sequence, String event, List<LabelChange> changes, List<ChannelReceipt> channels) {
    public EventReceipt {
      changes = List.copyOf(changes);
      channels = List.copyOf(channels);
    }
  }

  /// What a channel is owed, or why nothing; without a channel where none takes the order. Exactly
  /// one of `update` and `reason` is there.
  public record ChannelReceipt(
      Optional<ChannelId> channel, Optional<UpdateId> update, Optional<NotSent> reason) {}
}
