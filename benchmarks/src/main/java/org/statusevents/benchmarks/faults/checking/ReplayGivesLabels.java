package org.statusevents.benchmarks.faults.checking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.statusevents.benchmarks.faults.checking.Snapshot.Change;
import org.statusevents.benchmarks.faults.checking.Snapshot.HistoryRow;
import org.statusevents.benchmarks.faults.checking.Snapshot.OrderRow;

final class ReplayGivesLabels implements Rule {
  private static final String NONE = "";

  @Override
  public String name() {
    return "R4";
  }

  @Override
  public String promise() {
    return "replaying history gives exactly the labels that stand";
  }

  @Override
  public List<String> violations(Evidence evidence) {
    Map<String, List<HistoryRow>> history =
        Evidence.grouped(evidence.snapshot().history(), HistoryRow::order);
    List<String> violations = new ArrayList<>();
    for (OrderRow order : evidence.snapshot().orders()) {
      Map<Integer, String> labels = new HashMap<>();
      history.getOrDefault(order.order(), List.of()).stream()
          .sorted(Comparator.comparingLong(HistoryRow::sequence))
          .forEach(row -> replay(row, labels, violations));
      compare(order, Change.ORDER, order.label(), labels, violations);
      order.lines().forEach((line, label) -> compare(order, line, label, labels, violations));
    }
    return violations;
  }

  private static void replay(HistoryRow row, Map<Integer, String> labels, List<String> violations) {
    for (Change change : row.changes()) {
      String before = labels.getOrDefault(change.line(), NONE);
      if (!before.equals(change.previous())) {
        violations.add(
            "order %s: sequence %d changes %s from \"%s\" where \"%s\" stood, request %s"
                .formatted(
                    row.order(),
                    row.sequence(),
                    part(change.line()),
                    change.previous(),
                    before,
                    row.request()));
      }
      String _ = labels.put(change.line(), change.label());
    }
  }

  private static void compare(
      OrderRow order,
      int line,
      String stands,
      Map<Integer, String> replayed,
      List<String> violations) {
    String label = replayed.getOrDefault(line, NONE);
    if (!label.equals(stands)) {
      violations.add(
          "order %s: %s is \"%s\", its history gives \"%s\""
              .formatted(order.order(), part(line), stands, label));
    }
  }

  private static String part(int line) {
    return line == Change.ORDER ? "the order's label" : "the label of line " + line;
  }
}
