package org.statusevents.benchmarks.faults.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.statusevents.benchmarks.faults.checking.Snapshot.HistoryRow;
import org.statusevents.benchmarks.faults.journal.Entry.Asked;

final class AnsweredIsRecorded implements Rule {
  @Override
  public String name() {
    return "R1";
  }

  @Override
  public String promise() {
    return "what was answered 2xx is in history once, as asked";
  }

  @Override
  public List<String> violations(Evidence evidence) {
    Set<String> done = evidence.requestsDone();
    Map<String, List<HistoryRow>> history = evidence.historyByRequest();
    List<String> violations = new ArrayList<>();
    for (Asked asked : evidence.asked()) {
      List<HistoryRow> rows = history.getOrDefault(asked.request(), List.of());
      if (done.contains(asked.request()) && rows.size() != 1) {
        violations.add(
            "order %s: request %s was answered 2xx and is in history %d times"
                .formatted(asked.order(), asked.request(), rows.size()));
      }
      for (HistoryRow row : rows) {
        if (!row.order().equals(asked.order()) || !row.event().equals(asked.event())) {
          violations.add(
              "order %s: request %s asked for %s, history has %s of order %s"
                  .formatted(
                      asked.order(), asked.request(), asked.event(), row.event(), row.order()));
        }
      }
    }
    return violations;
  }
}
