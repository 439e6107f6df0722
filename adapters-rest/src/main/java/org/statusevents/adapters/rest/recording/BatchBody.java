package org.statusevents.adapters.rest.recording;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.statusevents.adapters.rest.exchange.Request;
import org.statusevents.adapters.rest.json.BodyReader;
import org.statusevents.adapters.rest.problem.Problem;
import org.statusevents.adapters.rest.problem.ProblemException;
import org.statusevents.adapters.rest.problem.ProblemType;
import org.statusevents.application.recording.RecordOperations;

/// Takes the body of a batch apart: a JSON array, or one JSON document per line. A line that is no
/// JSON spoils itself alone.
final class BatchBody {
  private BatchBody() {}

  /// 1..[RecordOperations#BATCH_MAX] entries, or the end of the request.
  static List<Entry> read(Request request) {
    boolean lines =
        request
            .header("Content-Type")
            .filter(type -> type.toLowerCase(Locale.ROOT).contains("ndjson"))
            .isPresent();
    return lines ? ofLines(request) : ofArray(request);
  }

  /// One operation to be, or why there is none. `line` counts from 1.
  record Entry(Optional<Integer> line, Optional<JsonNode> document, Optional<Problem> problem) {}

  private static List<Entry> ofArray(Request request) {
    JsonNode array = request.json();
    if (!array.isArray()) {
      throw new ProblemException(Problem.invalid("", "(expected: an array of operations)"));
    }
    checkSize(array.size());
    return array
        .valueStream()
        .map(item -> new Entry(Optional.empty(), Optional.of(item), Optional.empty()))
        .toList();
  }

  private static List<Entry> ofLines(Request request) {
    String[] lines = BodyReader.text(request.bytes()).split("\n", -1);
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      if (!lines[i].isBlank()) {
        checkSize(entries.size() + 1);
        entries.add(ofLine(i + 1, lines[i]));
      }
    }
    checkSize(entries.size());
    return entries;
  }

  private static Entry ofLine(int number, String line) {
    try {
      return new Entry(Optional.of(number), Optional.of(BodyReader.read(line)), Optional.empty());
    } catch (ProblemException e) {
      return new Entry(Optional.of(number), Optional.empty(), Optional.of(e.problem()));
    }
  }

  private static void checkSize(int size) {
    if (size == 0) {
      throw new ProblemException(Problem.invalid("", "no operations (expected: at least 1)"));
    }
    if (size > RecordOperations.BATCH_MAX) {
      throw new ProblemException(
          ProblemType.BODY_TOO_LARGE,
          "More than "
              + RecordOperations.BATCH_MAX
              + " operations (expected: at most "
              + RecordOperations.BATCH_MAX
              + "); nothing was recorded.");
    }
  }
}
