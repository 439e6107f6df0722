package org.statusevents.application.recording;

import java.util.List;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.decision.DataProblem;
import org.statusevents.domain.decision.Decision.Decided;
import org.statusevents.domain.event.Operation;
import org.statusevents.domain.order.OrderNumber;

/// Says what an operation would do, without doing it (R55).
public interface ExplainOperation {

  /// Decides on what is stored now and forgets it. Changes nothing, locks nothing.
  ExplainOutcome explain(StoreId store, Operation operation);

  sealed interface ExplainOutcome {
    /// What would happen, as a decision and in sentences.
    record Explained(Decided decision, List<String> sentences) implements ExplainOutcome {
      public Explained {
        sentences = List.copyOf(sentences);
      }
    }

    record StoreUnknown(StoreId store) implements ExplainOutcome {}

    record OrderUnknown(OrderNumber order) implements ExplainOutcome {}

    record OrderExists(OrderNumber order) implements ExplainOutcome {}

    record DataRefused(List<DataProblem> problems) implements ExplainOutcome {
      public DataRefused {
        problems = List.copyOf(problems);
      }
    }
  }
}
