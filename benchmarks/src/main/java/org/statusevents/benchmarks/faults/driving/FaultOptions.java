package org.statusevents.benchmarks.faults.driving;

import java.util.EnumMap;
import java.util.Map;
import org.statusevents.benchmarks.faults.journal.FaultKind;
import org.statusevents.benchmarks.service.ServiceProcess.Program;

/// How large a run is. `events` come after the import of `orders`; `faultShare` of all calls fail.
public record FaultOptions(
    Program program,
    long seed,
    int nodes,
    int channels,
    int orders,
    int events,
    int clients,
    double faultShare,
    Map<FaultKind, Integer> faults) {
  public FaultOptions {
    faults = Map.copyOf(faults);
    if (nodes < 1 || channels < 1 || orders < 1 || events < 1 || clients < 1) {
      throw new IllegalArgumentException("nodes, channels, orders, events, clients: above 0");
    }
  }

  int faultCount() {
    return faults.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// The three that a short run is made of.
  public static Map<FaultKind, Integer> faults(int kills, int stops, int terminated) {
    Map<FaultKind, Integer> faults = new EnumMap<>(FaultKind.class);
    faults.put(FaultKind.NODE_KILLED, kills);
    faults.put(FaultKind.DATABASE_STOPPED, stops);
    faults.put(FaultKind.BACKEND_TERMINATED, terminated);
    return faults;
  }
}
