package org.statusevents.application.delivering;

import java.util.List;
import java.util.Optional;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.order.OrderNumber;

/// Sends an order's present state again by hand, whatever changed (R32).
public interface ResendUpdate {

  /// Owes each channel of the order, or the named one alone, a new update with a new id.
  ResendOutcome resend(StoreId store, OrderNumber order, Optional<ChannelId> channel);

  sealed interface ResendOutcome {
    record Resent(List<ResentUpdate> updates) implements ResendOutcome {
      public Resent {
        updates = List.copyOf(updates);
      }
    }

    record StoreUnknown(StoreId store) implements ResendOutcome {}

    record OrderUnknown(OrderNumber order) implements ResendOutcome {}

    /// No enabled channel takes the order, or not the named one.
    record NoChannel(OrderNumber order) implements ResendOutcome {}
  }

  record ResentUpdate(ChannelId channel, UpdateId update) {}
}
