package org.statusevents.benchmarks.faults.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.statusevents.benchmarks.faults.checking.Snapshot.HistoryRow;
import org.statusevents.benchmarks.faults.checking.Snapshot.OrderRow;

final class SequenceWithoutGaps implements Rule {
  @Override
  public String name() {
    return "R3";
  }

  @Override
  public String promise() {
    return "an order's history is numbered 1..n and n is its version";
  }

  @Override
  public List<String> violations(Evidence evidence) {
    Map<String, List<HistoryRow>> history =
        Evidence.grouped(evidence.snapshot().history(), HistoryRow::order);
    List<String> violations = new ArrayList<>();
    for (OrderRow order : evidence.snapshot().orders()) {
      List<Long> sequences =
          history.getOrDefault(order.order(), List.of()).stream()
              .map(HistoryRow::sequence)
              .sorted()
              .toList();
      for (int i = 0; i < sequences.size(); i++) {
        if (sequences.get(i) != i + 1L) {
          violations.add(
              "order %s: sequence %d stands where %d should"
                  .formatted(order.order(), sequences.get(i), i + 1));
          break;
        }
      }
      if (sequences.size() != order.version()) {
        violations.add(
            "order %s: version %d with %d rows of history"
                .formatted(order.order(), order.version(), sequences.size()));
      }
    }
    Set<String> orders =
        evidence.snapshot().orders().stream().map(OrderRow::order).collect(Collectors.toSet());
    history.keySet().stream()
        .filter(order -> !orders.contains(order))
        .forEach(order -> violations.add("order %s: history without an order".formatted(order)));
    return violations;
  }
}
