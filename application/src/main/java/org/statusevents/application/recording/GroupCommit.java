package org.statusevents.application.recording;

import java.util.ArrayList;
import java.util.List;
import org.statusevents.application.recording.GroupQueue.Caller;
import org.statusevents.application.recording.GroupQueue.Ending;
import org.statusevents.application.transaction.StorageUnavailable;
import org.statusevents.domain.configuration.StoreId;

/// Lets callers of one store that come while earlier transactions of it are under way share the
/// next one. Nobody waits for company: who finds fewer groups under way than are allowed goes at
/// once. The callers' own threads do the work. How many wait is bounded by who lets them in.
final class GroupCommit implements RecordOperations {
  private final RecordOperations transaction;
  private final GroupQueue queue;

  /// At most `groupsMax` transactions of a store at once, each of up to `operationsMax` operations
  /// where they come from several callers.
  GroupCommit(RecordOperations transaction, int groupsMax, int operationsMax) {
    if (groupsMax < 1 || operationsMax < 1 || operationsMax > BATCH_MAX) {
      throw new IllegalArgumentException(
          "groupsMax: "
              + groupsMax
              + " (expected: >= 1), operationsMax: "
              + operationsMax
              + " (expected: 1.."
              + BATCH_MAX
              + ")");
    }
    this.transaction = transaction;
    this.queue = new GroupQueue(groupsMax, operationsMax);
  }

  @Override
  public List<RecordingOutcome> record(
      StoreId store, List<SubmittedOperation> operations, Atomicity atomicity) {
    if (atomicity == Atomicity.ALL_OR_NONE) {
      return transaction.record(store, operations, atomicity);
    }
    Caller caller = new Caller(operations);
    if (queue.queue(store, caller)) {
      lead(store);
    }
    return switch (caller.ending()) {
      case Ending.Recorded(List<RecordingOutcome> outcomes) -> outcomes;
      case Ending.Failed(RuntimeException failure) -> throw failure;
    };
  }

  private void lead(StoreId store) {
    List<Caller> group = queue.nextGroup(store);
    try {
      record(store, group);
    } finally {
      // Nobody may wait for ever, whatever went wrong.
      Ending broken = new Ending.Failed(new IllegalStateException("a group broke off"));
      group.forEach(caller -> caller.end(broken));
      queue.handOver(store);
    }
  }

  private void record(StoreId store, List<Caller> group) {
    try {
      transact(store, group);
    } catch (StorageUnavailable away) {
      group.forEach(caller -> caller.end(new Ending.Failed(away)));
    } catch (RuntimeException failure) {
      if (group.size() == 1) {
        group.getFirst().end(new Ending.Failed(failure));
      } else {
        // One of them cannot be stored; it must not take its neighbours along.
        group.forEach(caller -> record(store, List.of(caller)));
      }
    }
  }

  private void transact(StoreId store, List<Caller> group) {
    List<SubmittedOperation> operations = new ArrayList<>();
    group.forEach(caller -> operations.addAll(caller.operations()));
    List<RecordingOutcome> outcomes = transaction.record(store, operations, Atomicity.EACH);
    int from = 0;
    for (Caller caller : group) {
      int to = from + caller.operations().size();
      caller.end(new Ending.Recorded(List.copyOf(outcomes.subList(from, to))));
      from = to;
    }
  }
}
