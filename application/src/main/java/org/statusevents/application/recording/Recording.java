package org.statusevents.application.recording;

import java.time.InstantSource;
import org.statusevents.application.channel.ChannelAbilities;
import org.statusevents.application.transaction.Transactions;

/// The door to recording: takes the driven ports, returns the use cases.
public final class Recording {
  private Recording() {}

  public static RecordOperations recordOperations(
      Transactions transactions,
      Orders orders,
      ChannelAbilities abilities,
      UpdateIds ids,
      InstantSource clock) {
    return new OperationRecorder(transactions, orders, abilities, ids, clock);
  }

  public static ImportOrders importOrders(RecordOperations recordOperations, InstantSource clock) {
    return new OrderImporter(recordOperations, clock);
  }

  public static ExplainOperation explainOperation(
      Transactions transactions, Orders orders, ChannelAbilities abilities) {
    return new OperationExplainer(transactions, orders, abilities);
  }
}
