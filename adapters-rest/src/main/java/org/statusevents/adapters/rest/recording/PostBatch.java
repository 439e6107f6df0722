package org.statusevents.adapters.rest.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.statusevents.adapters.rest.exchange.Answer;
import org.statusevents.adapters.rest.exchange.Request;
import org.statusevents.adapters.rest.json.BodyReader;
import org.statusevents.adapters.rest.json.Findings;
import org.statusevents.adapters.rest.json.JsonText;
import org.statusevents.adapters.rest.problem.Problem;
import org.statusevents.adapters.rest.problem.ProblemType;
import org.statusevents.adapters.rest.recording.BatchBody.Entry;
import org.statusevents.adapters.rest.recording.BatchItem.Result;
import org.statusevents.application.recording.RecordOperations;
import org.statusevents.application.recording.RecordOperations.Atomicity;
import org.statusevents.application.recording.RecordingOutcome;
import org.statusevents.application.recording.SubmittedOperation;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.event.Operation;

/// `POST` of many operations, each by itself or all or none.
final class PostBatch {
  private final RecordOperations recordOperations;
  private final OperationBodies bodies;

  PostBatch(RecordOperations recordOperations, OperationBodies bodies) {
    this.recordOperations = recordOperations;
    this.bodies = bodies;
  }

  Answer handle(Request request) {
    boolean atomic = request.flag("atomic");
    List<ReadEntry> entries = read(request, BatchBody.read(request));
    boolean allReadable = entries.stream().allMatch(entry -> entry.submitted().isPresent());
    List<Result> results = results(request.store(), entries, atomic, allReadable);
    List<BatchItem> items = new ArrayList<>(entries.size());
    for (int i = 0; i < entries.size(); i++) {
      items.add(new BatchItem(i, entries.get(i).line(), entries.get(i).id(), results.get(i)));
    }
    return answer(items, atomic);
  }

  private List<ReadEntry> read(Request request, List<Entry> entries) {
    OperationBody body = bodies.of(request);
    return entries.stream()
        .map(entry ->
            entry
                .document()
                .map(document -> read(entry, document, body))
                .orElseGet(() ->
                    new ReadEntry(
                        entry.line(), Optional.empty(), Optional.empty(), entry.problem())))
        .toList();
  }

  private static ReadEntry read(Entry entry, JsonNode document, OperationBody body) {
    Findings findings = new Findings();
    Optional<Operation> operation = body.read(document, findings).operation();
    Optional<String> id =
        operation
            .map(known -> known.id().value())
            .or(() -> Optional.ofNullable(document.path("id").textValue()));
    return new ReadEntry(
        entry.line(),
        id,
        operation.map(known -> new SubmittedOperation(known, BodyReader.digest(document))),
        findings.none() ? Optional.empty() : Optional.of(Problem.invalid(findings.all())));
  }

  /// One result per entry. What can be read is recorded, unless all or none was asked for and not
  /// all can.
  private List<Result> results(
      StoreId store, List<ReadEntry> entries, boolean atomic, boolean allReadable) {
    List<SubmittedOperation> submitted =
        entries.stream().flatMap(entry -> entry.submitted().stream()).toList();
    boolean tried = !submitted.isEmpty() && (allReadable || !atomic);
    List<RecordingOutcome> outcomes =
        tried
            ? recordOperations.record(
                store, submitted, atomic ? Atomicity.ALL_OR_NONE : Atomicity.EACH)
            : List.of();
    boolean storeUnknown =
        outcomes.stream().anyMatch(RecordingOutcome.StoreUnknown.class::isInstance);
    if (storeUnknown || !tried) {
      bodies.checkStore(store);
    }
    Iterator<RecordingOutcome> next = outcomes.iterator();
    return entries.stream().map(entry -> result(entry, next)).toList();
  }

  private static Result result(ReadEntry entry, Iterator<RecordingOutcome> outcomes) {
    if (entry.problem().isPresent()) {
      return new Result.Rejected(entry.problem().get());
    }
    return outcomes.hasNext()
        ? BatchItem.resultOf(outcomes.next())
        : new Result.Rejected(Refusals.heldBack(entry.submitted().orElseThrow().operation().id()));
  }

  private static Answer answer(List<BatchItem> items, boolean atomic) {
    boolean allRecorded = items.stream().noneMatch(BatchItem::rejected);
    String list =
        JsonText.of(out -> {
          out.writeStartArray();
          for (BatchItem item : items) {
            item.write(out);
          }
          out.writeEndArray();
        });
    if (atomic && !allRecorded) {
      return Answer.problem(
          Problem.of(ProblemType.BATCH_REFUSED, "Nothing was recorded; see items for why.")
              .withMember("items", JsonNodeFactory.instance.rawValueNode(new RawValue(list))));
    }
    return Answer.json(allRecorded ? 200 : 207, "{\"items\":" + list + "}");
  }

  /// Either `submitted` or `problem` is there.
  private record ReadEntry(
      Optional<Integer> line,
      Optional<String> id,
      Optional<SubmittedOperation> submitted,
      Optional<Problem> problem) {}
}
