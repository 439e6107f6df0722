package org.statusevents.application.recording;

import java.util.List;
import org.statusevents.application.transaction.GroupCommit;
import org.statusevents.domain.configuration.StoreId;

/// Records operations of concurrent callers of a store together; calls of all-or-none go alone.
final class GroupedRecorder implements RecordOperations {
  private final RecordOperations transaction;
  private final GroupCommit<StoreId, SubmittedOperation, RecordingOutcome> groups;

  GroupedRecorder(RecordOperations transaction, int groupsMax, int operationsMax) {
    this.transaction = transaction;
    this.groups =
        new GroupCommit<>(
            (store, operations) -> transaction.record(store, operations, Atomicity.EACH),
            groupsMax,
            Math.min(operationsMax, BATCH_MAX));
  }

  @Override
  public List<RecordingOutcome> record(
      StoreId store, List<SubmittedOperation> operations, Atomicity atomicity) {
    return switch (atomicity) {
      case EACH -> groups.commit(store, operations);
      case ALL_OR_NONE -> transaction.record(store, operations, atomicity);
    };
  }
}
