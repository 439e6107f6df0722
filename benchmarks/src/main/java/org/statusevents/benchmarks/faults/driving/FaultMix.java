package org.statusevents.benchmarks.faults.driving;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.statusevents.benchmarks.faults.journal.FaultKind;

/// How much harm of which kind.
public final class FaultMix {
  private static final List<FaultKind> BY_PROXY =
      List.of(FaultKind.DATABASE_CUT, FaultKind.DATABASE_SILENT, FaultKind.RECEIVER_REFUSED);
  private static final List<FaultKind> BY_NAMESPACE =
      List.of(
          FaultKind.NODE_CUT_OFF, FaultKind.DATABASE_UNREACHABLE, FaultKind.RECEIVERS_UNREACHABLE);
  private static final List<FaultKind> DISTURBANCES =
      List.of(
          FaultKind.DATABASE_CUT,
          FaultKind.DATABASE_SILENT,
          FaultKind.DATABASE_LATE,
          FaultKind.DATABASE_SLOW,
          FaultKind.DATABASE_ANSWER_LOST,
          FaultKind.RECEIVER_REFUSED,
          FaultKind.RECEIVER_LATE,
          FaultKind.RECEIVER_SLOW,
          FaultKind.RECEIVER_CLOSES_LATE);

  private final Map<FaultKind, Integer> counts = new EnumMap<>(FaultKind.class);

  public FaultMix with(FaultKind kind, int count) {
    int _ = counts.merge(kind, count, Integer::sum);
    return this;
  }

  /// By links and routes where nodes have namespaces, else by the proxy.
  public FaultMix withPartitions(int count, boolean namespaces) {
    return spread(count, namespaces ? BY_NAMESPACE : BY_PROXY);
  }

  /// What the proxy does to connections that stand between the parts.
  public FaultMix withDisturbances(int count) {
    return spread(count, DISTURBANCES);
  }

  private FaultMix spread(int count, List<FaultKind> kinds) {
    for (int i = 0; i < count; i++) {
      FaultMix _ = with(kinds.get(i % kinds.size()), 1);
    }
    return this;
  }

  public Map<FaultKind, Integer> counts() {
    return Map.copyOf(counts);
  }
}
