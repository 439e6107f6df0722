package org.statusevents.domain.decision;

import java.util.List;
import org.statusevents.domain.event.Operation;

/// What `decide` answers.
public sealed interface Decision {

  /// The operation can be applied: the orders it touches, the named one first. Made under
  /// `configurationVersion`.
  record Decided(Operation operation, long configurationVersion, List<OrderDecision> orders)
      implements Decision {
    public Decided {
      orders = List.copyOf(orders);
    }
  }

  /// The order does not exist.
  record OrderUnknown(Operation operation) implements Decision {}

  /// The order to import exists already; `sameImport` when it arose from exactly this import.
  record OrderExists(Operation operation, boolean sameImport) implements Decision {}

  /// The events carry what cannot be; nothing of the operation is applied. At least one problem.
  record DataRefused(Operation operation, List<DataProblem> problems) implements Decision {
    public DataRefused {
      problems = List.copyOf(problems);
    }
  }
}
