package org.statusevents.benchmarks.faults.checking;

import java.util.List;
import org.statusevents.benchmarks.faults.checking.Snapshot.LaneRow;

final class NoIdleLaneWithWork implements Rule {
  @Override
  public String name() {
    return "R8";
  }

  @Override
  public String promise() {
    return "no lane with work is idle";
  }

  @Override
  public List<String> violations(Evidence evidence) {
    return evidence.snapshot().lanes().stream()
        .filter(lane -> lane.last() > lane.acked() && !lane.due() && !lane.parked())
        .map(NoIdleLaneWithWork::sentence)
        .toList();
  }

  private static String sentence(LaneRow lane) {
    return "order %s: the lane of %s is idle at %d of %d"
        .formatted(lane.order(), lane.channel(), lane.acked(), lane.last());
  }
}
