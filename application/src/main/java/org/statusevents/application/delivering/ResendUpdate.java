package org.statusevents.application.delivering;

import java.util.List;
import java.util.Optional;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.decision.NotSent;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.order.OrderNumber;

/// Sends an order's present state again by hand, whatever changed (R32).
public interface ResendUpdate {

  /// Owes each channel of the order, or the named one alone, a new update with a new id; but none
  /// that an operation's update would be withheld from for the channel's own sake.
  ResendOutcome resend(StoreId store, OrderNumber order, Optional<ChannelId> channel);

  sealed interface ResendOutcome {
    /// What it came to on each channel; at least one is owed an update.
    record Resent(List<ChannelResend> channels) implements ResendOutcome {
      public Resent {
        channels = List.copyOf(channels);
      }
    }

    /// No channel is owed anything: each that takes the order, with the reason.
    record NotResent(OrderNumber order, List<ChannelResend.Withheld> channels)
        implements ResendOutcome {
      public NotResent {
        channels = List.copyOf(channels);
      }
    }

    record StoreUnknown(StoreId store) implements ResendOutcome {}

    record OrderUnknown(OrderNumber order) implements ResendOutcome {}

    /// No channel of the store takes the order, or not the named one.
    record NoChannel(OrderNumber order) implements ResendOutcome {}
  }

  /// What a resend came to on one channel.
  sealed interface ChannelResend {
    ChannelId channel();

    record Owed(ChannelId channel, UpdateId update) implements ChannelResend {}

    record Withheld(ChannelId channel, NotSent reason) implements ChannelResend {}
  }
}
