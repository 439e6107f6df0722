package org.statusevents.adapters.rest.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.statusevents.adapters.rest.problem.Problem;
import org.statusevents.application.recording.OperationReceipt;
import org.statusevents.application.recording.RecordingOutcome;

/// What became of one operation of a batch. `line` is its line in a body of lines.
///
/// @param index counts from 0
/// @param id the operation's, where one could be read
record BatchItem(int index, Optional<Integer> line, Optional<String> id, Result result) {

  sealed interface Result {
    record Applied(OperationReceipt receipt) implements Result {}

    record Duplicate(OperationReceipt receipt) implements Result {}

    record Rejected(Problem problem) implements Result {}
  }

  static Result resultOf(RecordingOutcome outcome) {
    return switch (outcome) {
      case RecordingOutcome.Recorded(var receipt) -> new Result.Applied(receipt);
      case RecordingOutcome.AlreadyRecorded(var receipt) -> new Result.Duplicate(receipt);
      case RecordingOutcome.IdTaken(var id) -> new Result.Rejected(Refusals.idTaken(id));
      case RecordingOutcome.StoreUnknown _ ->
          throw new IllegalStateException("a batch for no store has no items");
      case RecordingOutcome.OrderUnknown(var order) ->
          new Result.Rejected(Refusals.orderUnknown(order));
      case RecordingOutcome.OrderExists exists ->
          new Result.Rejected(Refusals.orderExists(exists.order()));
      case RecordingOutcome.DataRefused(var problems) ->
          new Result.Rejected(Problem.invalid(problems));
      case RecordingOutcome.HeldBack(var id) -> new Result.Rejected(Refusals.heldBack(id));
    };
  }

  boolean rejected() {
    return result instanceof Result.Rejected;
  }

  ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("index", index);
    line.ifPresent(number -> json.put("line", number));
    json.put("id", id.orElse(null));
    return switch (result) {
      case Result.Applied(var receipt) -> with(json, "applied", "result", OutcomeJson.of(receipt));
      case Result.Duplicate(var receipt) ->
          with(json, "duplicate", "result", OutcomeJson.of(receipt));
      case Result.Rejected(var problem) -> with(json, "rejected", "problem", problem.toJson());
    };
  }

  private static ObjectNode with(ObjectNode json, String status, String name, JsonNode value) {
    json.put("status", status);
    json.set(name, value);
    return json;
  }
}
