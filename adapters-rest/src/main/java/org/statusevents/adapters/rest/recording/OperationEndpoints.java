package org.statusevents.adapters.rest.recording;

import io.vertx.core.http.HttpMethod;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.statusevents.adapters.rest.exchange.BodyRule;
import org.statusevents.adapters.rest.exchange.Endpoint;
import org.statusevents.adapters.rest.exchange.Requirement;
import org.statusevents.application.access.Role;
import org.statusevents.application.configuring.Configurations;
import org.statusevents.application.recording.ExplainOperation;
import org.statusevents.application.recording.RecordOperations;

/// Operations: one, many, or only asked about.
public final class OperationEndpoints {
  private static final String OPERATIONS = Endpoint.STORE + "/operations";
  private static final Requirement INGEST = new Requirement.InStore(Role.INGEST);

  private final PostOperation postOperation;
  private final PostBatch postBatch;
  private final ExplainEvents explainEvents;

  public OperationEndpoints(
      RecordOperations recordOperations,
      ExplainOperation explainOperation,
      Configurations configurations,
      InstantSource clock) {
    OperationBodies bodies = new OperationBodies(configurations, explainOperation, clock);
    this.postOperation = new PostOperation(recordOperations, bodies);
    this.postBatch = new PostBatch(recordOperations, bodies);
    this.explainEvents = new ExplainEvents(explainOperation, bodies);
  }

  public List<Endpoint> endpoints() {
    return List.of(
        new Endpoint(HttpMethod.POST, OPERATIONS, INGEST, BodyRule.JSON, postOperation::handle),
        new Endpoint(
            HttpMethod.POST,
            OPERATIONS + "/batch",
            INGEST,
            BodyRule.BATCH,
            Set.of("atomic"),
            postBatch::handle),
        new Endpoint(
            HttpMethod.POST,
            Endpoint.STORE + "/orders/:number/explain",
            new Requirement.InStore(Role.READ),
            BodyRule.JSON,
            explainEvents::handle));
  }
}
