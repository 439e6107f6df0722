package org.statusevents.application.recording;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.statusevents.application.channel.ChannelAbilities;
import org.statusevents.application.transaction.Transactions;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.decision.Decider;
import org.statusevents.domain.event.OperationId;
import org.statusevents.domain.order.OrderNumber;

final class OperationRecorder implements RecordOperations {
  private final Transactions transactions;
  private final Orders orders;
  private final ChannelAbilities abilities;
  private final Receipts receipts;
  private final InstantSource clock;

  OperationRecorder(
      Transactions transactions,
      Orders orders,
      ChannelAbilities abilities,
      UpdateIds ids,
      InstantSource clock) {
    this.transactions = transactions;
    this.orders = orders;
    this.abilities = abilities;
    this.receipts = new Receipts(ids);
    this.clock = clock;
  }

  @Override
  public List<RecordingOutcome> record(
      StoreId store, List<SubmittedOperation> operations, Atomicity atomicity) {
    if (operations.isEmpty() || operations.size() > BATCH_MAX) {
      throw new IllegalArgumentException(
          "operations: " + operations.size() + " (expected: 1.." + BATCH_MAX + ")");
    }
    Set<OrderNumber> numbers = new HashSet<>();
    Set<OperationId> ids = new HashSet<>();
    for (SubmittedOperation submitted : operations) {
      numbers.addAll(Decider.ordersTouchedBy(submitted.operation()));
      ids.add(submitted.operation().id());
    }
    return transactions.inTransaction(() -> {
      LoadedOrders loaded = orders.loadForUpdate(store, numbers, ids);
      if (loaded.configuration().isEmpty()) {
        return operations.stream()
            .map(_ -> (RecordingOutcome) new RecordingOutcome.StoreUnknown(store))
            .toList();
      }
      Instant now = clock.instant();
      RecordingBatch batch =
          new RecordingBatch(loaded, loaded.configuration().get(), abilities, receipts, now);
      List<RecordingOutcome> outcomes = operations.stream().map(batch::decide).toList();
      if (atomicity == Atomicity.ALL_OR_NONE && batch.refusedAny()) {
        return batch.heldBack(outcomes);
      }
      if (!batch.decided().isEmpty()) {
        orders.save(store, batch.decided());
      }
      return outcomes;
    });
  }
}
