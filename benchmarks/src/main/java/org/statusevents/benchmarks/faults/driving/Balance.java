package org.statusevents.benchmarks.faults.driving;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Which node is asked next, as a load balancer has it: the one with the fewest requests under way
/// of those that have not failed lately. A node that stands still so keeps its share of clients and
/// no more. Safe for many threads.
final class Balance<T> {
  private static final long SHUNNED_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final List<T> nodes;
  private final Map<T, Integer> underWay = new HashMap<>();
  private final Map<T, Long> failedAt = new HashMap<>();
  private int turn;

  Balance(List<T> nodes) {
    this.nodes = List.copyOf(nodes);
  }

  /// To be given back by [#done]; empty where none of `up` is one of its nodes.
  synchronized Optional<T> next(List<T> up, long now) {
    int first = turn++;
    Optional<T> next =
        nodes.stream()
            .filter(up::contains)
            .min(
                Comparator.comparing((T node) -> failedLately(node, now))
                    .thenComparingInt(node -> underWay.getOrDefault(node, 0))
                    .thenComparingInt(
                        node -> Math.floorMod(nodes.indexOf(node) - first, nodes.size())));
    next.ifPresent(node -> underWay.merge(node, 1, Integer::sum));
    return next;
  }

  private boolean failedLately(T node, long now) {
    Long at = failedAt.get(node);
    return at != null && now - at < SHUNNED_NANOS;
  }

  synchronized void done(T node, boolean answered, long now) {
    int _ = underWay.merge(node, -1, Integer::sum);
    if (!answered) {
      Long _ = failedAt.put(node, now);
    }
  }
}
