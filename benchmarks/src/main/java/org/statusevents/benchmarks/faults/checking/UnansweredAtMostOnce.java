package org.statusevents.benchmarks.faults.checking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.statusevents.benchmarks.faults.checking.Snapshot.HistoryRow;
import org.statusevents.benchmarks.faults.journal.Entry.Answered;
import org.statusevents.benchmarks.faults.journal.Entry.Asked;

/// A refusal (4xx, but for "too many") says that nothing was done.
final class UnansweredAtMostOnce implements Rule {
  private static final int TOO_MANY = 429;

  @Override
  public String name() {
    return "R2";
  }

  @Override
  public String promise() {
    return "what was not answered or 5xx is there once or not at all, what was refused not at all";
  }

  @Override
  public List<String> violations(Evidence evidence) {
    Set<String> done = evidence.requestsDone();
    Set<String> refused =
        evidence.answered().stream()
            .filter(answer ->
                answer.status() >= 400 && answer.status() < 500 && answer.status() != TOO_MANY)
            .map(Answered::request)
            .collect(Collectors.toSet());
    Map<String, List<HistoryRow>> history = evidence.historyByRequest();
    Set<String> known = new HashSet<>();
    List<String> violations = new ArrayList<>();
    for (Asked asked : evidence.asked()) {
      boolean _ = known.add(asked.request());
      int rows = history.getOrDefault(asked.request(), List.of()).size();
      int most = refused.contains(asked.request()) ? 0 : 1;
      if (!done.contains(asked.request()) && rows > most) {
        violations.add(
            "order %s: request %s was %s and is in history %d times"
                .formatted(
                    asked.order(), asked.request(), most == 0 ? "refused" : "not answered", rows));
      }
    }
    for (HistoryRow row : evidence.snapshot().history()) {
      if (!known.contains(row.request())) {
        violations.add(
            "order %s: nobody asked for sequence %d, request %s"
                .formatted(row.order(), row.sequence(), row.request()));
      }
    }
    return violations;
  }
}
