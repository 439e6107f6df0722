package org.statusevents.application.recording;

import java.util.List;
import org.statusevents.domain.configuration.StoreId;

/// Records what happened to orders: decides, and stores history, orders, ledger and lanes together.
public interface RecordOperations {
  /// The most operations in one call.
  int BATCH_MAX = 500;

  /// Records 1..[#BATCH_MAX] operations of one store in one transaction, in the order given, each
  /// seeing what the one before it left. Answers one outcome per operation, in the same order. With
  /// [Atomicity#EACH] a refused operation does not keep the others from being recorded; with
  /// [Atomicity#ALL_OR_NONE] it does. An operation whose id and digest were recorded before has no
  /// second effect and answers the receipt of the first time (R25). Safe for many threads.
  List<RecordingOutcome> record(
      StoreId store, List<SubmittedOperation> operations, Atomicity atomicity);

  enum Atomicity {
    EACH,
    ALL_OR_NONE
  }
}
