package org.statusevents.adapters.rest.recording;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
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
    byte[] body = request.bytes();
    List<Entry> entries = new ArrayList<>();
    int number = 1;
    int from = 0;
    for (int to = 0; to <= body.length; to++) {
      if (to == body.length || body[to] == '\n') {
        if (!isBlank(body, from, to)) {
          checkSize(entries.size() + 1);
          entries.add(ofLine(number, Arrays.copyOfRange(body, from, to)));
        }
        number++;
        from = to + 1;
      }
    }
    checkSize(entries.size());
    return entries;
  }

  private static boolean isBlank(byte[] body, int from, int to) {
    for (int i = from; i < to; i++) {
      if (body[i] != ' ' && body[i] != '\t' && body[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  private static Entry ofLine(int number, byte[] line) {
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
