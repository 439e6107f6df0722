package org.statusevents.adapters.rest.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.statusevents.adapters.rest.exchange.Answer;
import org.statusevents.adapters.rest.exchange.Request;
import org.statusevents.adapters.rest.json.Findings;
import org.statusevents.adapters.rest.problem.Problem;
import org.statusevents.adapters.rest.recording.OperationBody.ReadOperation;
import org.statusevents.application.recording.ExplainOperation;
import org.statusevents.application.recording.ExplainOperation.ExplainOutcome;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.event.Operation;

/// `POST` of events that are only asked about. A bare list of events will do.
final class ExplainEvents {
  private final ExplainOperation explainOperation;
  private final OperationBodies bodies;

  ExplainEvents(ExplainOperation explainOperation, OperationBodies bodies) {
    this.explainOperation = explainOperation;
    this.bodies = bodies;
  }

  Answer handle(Request request) {
    StoreId store = request.store();
    JsonNode body = request.json();
    JsonNode document =
        body.isArray() ? JsonNodeFactory.instance.objectNode().set("events", body) : body;
    Findings findings = new Findings();
    ReadOperation operation =
        bodies.of(request).readHypothetical(document, request.order(), findings);
    Operation asked = bodies.orRefuse(operation, store, findings);
    return switch (explainOperation.explain(store, asked)) {
      case ExplainOutcome.Explained explained -> Answer.json(200, OutcomeJson.of(explained));
      case ExplainOutcome.StoreUnknown _ -> throw Request.storeUnknown(store.value());
      case ExplainOutcome.OrderUnknown(var order) -> Answer.problem(Refusals.orderUnknown(order));
      case ExplainOutcome.OrderExists(var order) -> Answer.problem(Refusals.orderExists(order));
      case ExplainOutcome.DataRefused(var problems) -> Answer.problem(Problem.invalid(problems));
    };
  }
}
