package org.statusevents.benchmarks.faults.driving;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.statusevents.benchmarks.faults.journal.FaultKind;

/// Which harm is done after how many events, the same for the same seed. The first comes when a
/// part of the events is in, the last while some are still to come.
record FaultPlan(List<Step> steps) {
  FaultPlan {
    steps = List.copyOf(steps);
  }

  record Step(int afterEvents, FaultKind kind) {}

  static FaultPlan of(FaultOptions options) {
    List<FaultKind> kinds = new ArrayList<>();
    for (FaultKind kind : FaultKind.values()) {
      kinds.addAll(Collections.nCopies(options.faults().getOrDefault(kind, 0), kind));
    }
    Collections.shuffle(kinds, new Random(options.seed()));
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      int after = (int) ((long) options.events() * (2L * i + 1) / (2L * kinds.size()));
      steps.add(new Step(after, kinds.get(i)));
    }
    return new FaultPlan(steps);
  }
}
