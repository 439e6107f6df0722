package org.statusevents.application.recording;

import java.util.List;
import org.statusevents.application.transaction.GroupCommit;
import org.statusevents.domain.configuration.StoreId;

/// Records operations of concurrent callers of a store together. Calls of all-or-none go alone, and
/// so do those that fill a group by themselves: they gain nothing by company, and twice as many of
/// them may be under way, since one that waits for an order that another has must not hold up all.
final class GroupedRecorder implements RecordOperations {
  private final RecordOperations transaction;
  private final GroupCommit<StoreId, SubmittedOperation, RecordingOutcome> groups;
  private final GroupCommit<StoreId, SubmittedOperation, RecordingOutcome> fullGroups;
  private final int operationsMax;

  GroupedRecorder(RecordOperations transaction, int groupsMax, int operationsMax) {
    this.transaction = transaction;
    this.operationsMax = Math.min(operationsMax, BATCH_MAX);
    this.groups = new GroupCommit<>(this::recordEach, groupsMax, this.operationsMax);
    this.fullGroups = new GroupCommit<>(this::recordEach, 2 * groupsMax, 1);
  }

  private List<RecordingOutcome> recordEach(StoreId store, List<SubmittedOperation> operations) {
    return transaction.record(store, operations, Atomicity.EACH);
  }

  @Override
  public List<RecordingOutcome> record(
      StoreId store, List<SubmittedOperation> operations, Atomicity atomicity) {
    return switch (atomicity) {
      case EACH ->
          (operations.size() < operationsMax ? groups : fullGroups).commit(store, operations);
      case ALL_OR_NONE -> transaction.record(store, operations, atomicity);
    };
  }
}
