package org.statusevents.application.recording;

import java.util.List;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.decision.DataProblem;
import org.statusevents.domain.order.OrderNumber;

/// What came of an import.
public sealed interface ImportOutcome {

  record Imported(OperationReceipt receipt) implements ImportOutcome {}

  /// The order is there from the same import.
  record AlreadyImported(OrderNumber order) implements ImportOutcome {}

  /// The order is there from another import.
  record ImportDiffers(OrderNumber order) implements ImportOutcome {}

  record StoreUnknown(StoreId store) implements ImportOutcome {}

  record DataRefused(List<DataProblem> problems) implements ImportOutcome {
    public DataRefused {
      problems = List.copyOf(problems);
    }
  }
}
