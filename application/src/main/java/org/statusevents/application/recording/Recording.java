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

  /// Group commit over `transaction`: concurrent calls for one store share transactions, at most
  /// `groupsMax` at once, of up to `operationsMax` operations. Each caller gets the outcomes of its
  /// own operations, and an operation that cannot be stored fails alone.
  public static RecordOperations inGroups(
      RecordOperations transaction, int groupsMax, int operationsMax) {
    return new GroupedRecorder(transaction, groupsMax, operationsMax);
  }

  public static ImportOrders importOrders(RecordOperations recordOperations, InstantSource clock) {
    return new OrderImporter(recordOperations, clock);
  }

  public static ExplainOperation explainOperation(
      Transactions transactions, Orders orders, ChannelAbilities abilities) {
    return new OperationExplainer(transactions, orders, abilities);
  }
}
