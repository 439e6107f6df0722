package org.statusevents.application.recording;

import java.util.List;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.decision.DataProblem;
import org.statusevents.domain.event.OperationId;
import org.statusevents.domain.order.OrderNumber;

/// What came of an operation.
public sealed interface RecordingOutcome {

  record Recorded(OperationReceipt receipt) implements RecordingOutcome {}

  /// The same operation was recorded before; the receipt is of that time.
  record AlreadyRecorded(OperationReceipt receipt) implements RecordingOutcome {}

  /// The id was used for something else.
  record IdTaken(OperationId id) implements RecordingOutcome {}

  record StoreUnknown(StoreId store) implements RecordingOutcome {}

  record OrderUnknown(OrderNumber order) implements RecordingOutcome {}

  /// The order to import is there; `sameImport` when it arose from exactly this import.
  record OrderExists(OrderNumber order, boolean sameImport) implements RecordingOutcome {}

  /// The events carry what cannot be. At least one problem.
  record DataRefused(List<DataProblem> problems) implements RecordingOutcome {
    public DataRefused {
      problems = List.copyOf(problems);
    }
  }

  /// Fine by itself, but not recorded because another operation of an all-or-none batch was
  /// refused.
  record HeldBack(OperationId id) implements RecordingOutcome {}
}
