package org.statusevents.adapters.rest.recording;

import java.time.InstantSource;
import java.util.List;
import org.statusevents.adapters.rest.exchange.Request;
import org.statusevents.adapters.rest.json.Findings;
import org.statusevents.adapters.rest.recording.OperationBody.ReadOperation;
import org.statusevents.application.configuring.Configurations;
import org.statusevents.application.recording.ExplainOperation;
import org.statusevents.application.recording.ExplainOperation.ExplainOutcome;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.decision.DataProblem;
import org.statusevents.domain.event.Operation;

/// Readers of operations, for the store, the caller and the time of a request.
final class OperationBodies {
  private final Configurations configurations;
  private final ExplainOperation explainOperation;
  private final InstantSource clock;

  OperationBodies(
      Configurations configurations, ExplainOperation explainOperation, InstantSource clock) {
    this.configurations = configurations;
    this.explainOperation = explainOperation;
    this.clock = clock;
  }

  OperationBody of(Request request) {
    return new OperationBody(
        new KnownEvents(configurations, request.store()), request.actor(), clock.instant());
  }

  /// The operation that was read, or the end of the request: that there is no such store comes
  /// before what is wrong with the body. What the order does not allow is told with what cannot be
  /// read, as far as it does not depend on that.
  Operation orRefuse(ReadOperation read, StoreId store, Findings findings) {
    if (read.operation().isPresent()) {
      return read.operation().get();
    }
    checkStore(store);
    if (read.part().isPresent()
        && explainOperation.explain(store, read.part().get())
            instanceof ExplainOutcome.DataRefused(List<DataProblem> problems)) {
      findings.addOthers(problems);
    }
    findings.refuseIfAny();
    throw new IllegalStateException("no operation and no finding");
  }

  /// Ends the request where there is no such store.
  void checkStore(StoreId store) {
    var _ = new KnownEvents(configurations, store).configuration();
  }
}
