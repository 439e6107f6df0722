package org.statusevents.adapters.rest.recording;

import java.time.InstantSource;
import java.util.Optional;
import org.statusevents.adapters.rest.exchange.Request;
import org.statusevents.adapters.rest.json.Findings;
import org.statusevents.application.configuring.Configurations;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.event.Operation;

/// Readers of operations, for the store, the caller and the time of a request.
final class OperationBodies {
  private final Configurations configurations;
  private final InstantSource clock;

  OperationBodies(Configurations configurations, InstantSource clock) {
    this.configurations = configurations;
    this.clock = clock;
  }

  OperationBody of(Request request) {
    return new OperationBody(
        new KnownEvents(configurations, request.store()), request.actor(), clock.instant());
  }

  /// The operation that was read, or the end of the request: that there is no such store comes
  /// before what is wrong with the body.
  Operation orRefuse(Optional<Operation> operation, StoreId store, Findings findings) {
    if (operation.isPresent()) {
      return operation.get();
    }
    checkStore(store);
    findings.refuseIfAny();
    throw new IllegalStateException("no operation and no finding");
  }

  /// Ends the request where there is no such store.
  void checkStore(StoreId store) {
    var _ = new KnownEvents(configurations, store).configuration();
  }
}
