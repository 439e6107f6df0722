package org.statusevents.application.reading;

import java.util.Optional;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.domain.order.OrderNumber;

/// Reads what channels are and were owed. Answered by persistence directly.
public interface ReadLedger {

  /// One entry per event and channel of the order, resends included, oldest first; empty for an
  /// unknown order. Throws [InvalidCursor].
  Optional<Page<LedgerEntry>> ofOrder(StoreId store, OrderNumber number, PageRequest page);

  /// The store's updates, one entry each, in any of the states but NOT_SENT, oldest first; the
  /// queue is those owed, in delivery and parked (R46). Throws [InvalidCursor].
  Page<LedgerEntry> updates(
      StoreId store, Optional<UpdateState> state, Optional<ChannelId> channel, PageRequest page);

  /// What was not sent, with its reason: one entry per event of the store and channel, by order
  /// number and oldest first within an order. Throws [InvalidCursor].
  Page<LedgerEntry> notSent(StoreId store, Optional<ChannelId> channel, PageRequest page);
}
