package org.statusevents.adapters.rest.recording;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.statusevents.adapters.rest.exchange.Answer;
import org.statusevents.adapters.rest.exchange.Request;
import org.statusevents.adapters.rest.json.BodyReader;
import org.statusevents.adapters.rest.json.Findings;
import org.statusevents.adapters.rest.problem.Problem;
import org.statusevents.adapters.rest.recording.OperationBody.ReadOperation;
import org.statusevents.application.recording.OperationReceipt;
import org.statusevents.application.recording.RecordOperations;
import org.statusevents.application.recording.RecordOperations.Atomicity;
import org.statusevents.application.recording.RecordingOutcome;
import org.statusevents.application.recording.SubmittedOperation;
import org.statusevents.domain.configuration.StoreId;

/// `POST` of one operation.
final class PostOperation {
  private final RecordOperations recordOperations;
  private final OperationBodies bodies;

  PostOperation(RecordOperations recordOperations, OperationBodies bodies) {
    this.recordOperations = recordOperations;
    this.bodies = bodies;
  }

  Answer handle(Request request) {
    StoreId store = request.store();
    JsonNode document = request.json();
    Findings findings = new Findings();
    ReadOperation operation = bodies.of(request).read(document, findings);
    SubmittedOperation submitted =
        new SubmittedOperation(
            bodies.orRefuse(operation, store, findings), BodyReader.digest(document));
    return switch (recordOperations.record(store, List.of(submitted), Atomicity.EACH).getFirst()) {
      case RecordingOutcome.Recorded(OperationReceipt receipt) ->
          Answer.json(200, OutcomeJson.of(receipt));
      case RecordingOutcome.AlreadyRecorded(OperationReceipt receipt) ->
          Answer.json(200, OutcomeJson.of(receipt)).withHeader("Idempotent-Replayed", "true");
      case RecordingOutcome.StoreUnknown _ -> throw Request.storeUnknown(store.value());
      case RecordingOutcome.IdTaken(var id) -> Answer.problem(Refusals.idTaken(id));
      case RecordingOutcome.OrderUnknown(var order) -> Answer.problem(Refusals.orderUnknown(order));
      case RecordingOutcome.OrderExists exists ->
          Answer.problem(Refusals.orderExists(exists.order()));
      case RecordingOutcome.DataRefused(var problems) -> Answer.problem(Problem.invalid(problems));
      case RecordingOutcome.HeldBack(var id) -> Answer.problem(Refusals.heldBack(id));
    };
  }
}
