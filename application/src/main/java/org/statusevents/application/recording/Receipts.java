package org.statusevents.application.recording;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.statusevents.application.recording.OperationReceipt.ChannelReceipt;
import org.statusevents.application.recording.OperationReceipt.EventReceipt;
import org.statusevents.application.recording.OperationReceipt.LineLabel;
import org.statusevents.application.recording.OperationReceipt.OrderReceipt;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.decision.Decision.Decided;
import org.statusevents.domain.decision.NotSent;
import org.statusevents.domain.decision.OrderDecision;
import org.statusevents.domain.decision.Verdict;
import org.statusevents.domain.delivery.UpdateId;

/// Writes the receipt of a decision, giving each owed update its id.
final class Receipts {
  private final UpdateIds ids;

  Receipts(UpdateIds ids) {
    this.ids = ids;
  }

  OperationReceipt receiptOf(Decided decision, Instant recordedAt) {
    List<OrderReceipt> orders = new ArrayList<>();
    for (OrderDecision order : decision.orders()) {
      orders.add(receiptOf(order));
    }
    return new OperationReceipt(
        decision.operation().id(),
        decision.operation().source(),
        decision.operation().actor(),
        decision.operation().occurredAt(),
        recordedAt,
        decision.configurationVersion(),
        orders);
  }

  private OrderReceipt receiptOf(OrderDecision order) {
    Map<ChannelId, UpdateId> updates = new HashMap<>();
    for (Verdict verdict : order.verdicts()) {
      if (verdict instanceof Verdict.Owed(ChannelId channel)) {
        updates.put(channel, ids.next());
      }
    }
    return new OrderReceipt(
        order.after().number(),
        order.after().label(),
        order.after().version(),
        order.after().lines().stream()
            .map(line -> new LineLabel(line.number(), line.label()))
            .toList(),
        order.applied().stream()
            .map(applied ->
                new EventReceipt(
                    applied.sequence(),
                    applied.event().type().key(),
                    applied.changes(),
                    channelsOf(applied.verdicts(), updates)))
            .toList(),
        channelsOf(order.verdicts(), updates));
  }

  private static List<ChannelReceipt> channelsOf(
      List<Verdict> verdicts, Map<ChannelId, UpdateId> updates) {
    return verdicts.stream().map(verdict -> channelOf(verdict, updates)).toList();
  }

  private static ChannelReceipt channelOf(Verdict verdict, Map<ChannelId, UpdateId> updates) {
    return switch (verdict) {
      case Verdict.Owed(ChannelId channel) ->
          new ChannelReceipt(
              Optional.of(channel), Optional.ofNullable(updates.get(channel)), Optional.empty());
      case Verdict.Withheld(Optional<ChannelId> channel, NotSent reason) ->
          new ChannelReceipt(channel, Optional.empty(), Optional.of(reason));
    };
  }
}
