package org.statusevents.adapters.rest.recording;

import io.vertx.core.http.HttpMethod;
import java.time.InstantSource;
import java.util.List;
import org.statusevents.adapters.rest.exchange.BodyRule;
import org.statusevents.adapters.rest.exchange.Endpoint;
import org.statusevents.adapters.rest.exchange.Requirement;
import org.statusevents.application.access.Role;
import org.statusevents.application.configuring.Configurations;
import org.statusevents.application.reading.ReadOrder;
import org.statusevents.application.recording.ExplainOperation;
import org.statusevents.application.recording.ImportOrders;
import org.statusevents.application.recording.RecordOperations;

/// The addresses that take in orders and operations.
public final class RecordingEndpoints {
  private static final String OPERATIONS = Endpoint.STORE + "/operations";
  private static final String ORDER = Endpoint.STORE + "/orders/:number";
  private static final Requirement INGEST = new Requirement.InStore(Role.INGEST);
  private static final Requirement READ = new Requirement.InStore(Role.READ);

  private RecordingEndpoints() {}

  public static List<Endpoint> of(
      RecordOperations recordOperations,
      ImportOrders importOrders,
      ExplainOperation explainOperation,
      ReadOrder readOrder,
      Configurations configurations,
      InstantSource clock) {
    OperationBodies bodies = new OperationBodies(configurations, clock);
    return List.of(
        new Endpoint(
            HttpMethod.PUT,
            ORDER,
            INGEST,
            BodyRule.JSON,
            new ImportOrder(importOrders, readOrder)::handle),
        new Endpoint(
            HttpMethod.POST,
            OPERATIONS,
            INGEST,
            BodyRule.JSON,
            new PostOperation(recordOperations, bodies)::handle),
        new Endpoint(
            HttpMethod.POST,
            OPERATIONS + "/batch",
            INGEST,
            BodyRule.BATCH,
            new PostBatch(recordOperations, bodies)::handle),
        new Endpoint(
            HttpMethod.POST,
            ORDER + "/explain",
            READ,
            BodyRule.JSON,
            new ExplainEvents(explainOperation, bodies)::handle));
  }
}
