package org.statusevents.adapters.rest.recording;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
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

  void write(JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeNumberField("index", index);
    if (line.isPresent()) {
      out.writeNumberField("line", line.get());
    }
    out.writeStringField("id", id.orElse(null));
    switch (result) {
      case Result.Applied(var receipt) -> {
        out.writeStringField("status", "applied");
        out.writeFieldName("result");
        OutcomeJson.write(out, receipt);
      }
      case Result.Duplicate(var receipt) -> {
        out.writeStringField("status", "duplicate");
        out.writeFieldName("result");
        OutcomeJson.write(out, receipt);
      }
      case Result.Rejected(var problem) -> {
        out.writeStringField("status", "rejected");
        out.writeFieldName("problem");
        out.writeRawValue(problem.toJson().toString());
      }
    }
    out.writeEndObject();
  }
}
