package org.statusevents.application.delivering;

import org.statusevents.application.channel.ChannelAbilities;
import org.statusevents.application.recording.Orders;
import org.statusevents.application.recording.UpdateIds;
import org.statusevents.application.transaction.Transactions;

/// The door to sending again by hand: takes the driven ports, returns the use case.
public final class Resending {
  private Resending() {}

  public static ResendUpdate resendUpdate(
      Transactions transactions,
      Orders orders,
      Resends resends,
      UpdateIds ids,
      ChannelAbilities abilities) {
    return new OrderResender(transactions, orders, resends, ids, abilities);
  }
}
