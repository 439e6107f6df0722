package org.statusevents.benchmarks.faults.driving;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.statusevents.benchmarks.faults.driving.Clients.Operation;
import org.statusevents.benchmarks.faults.driving.FaultPlan.Step;
import org.statusevents.benchmarks.faults.journal.FaultKind;
import org.statusevents.benchmarks.service.ServiceProcess.Program;

final class FaultPlanTest {
  @Test
  void allHarmIsPlannedAmongTheEvents() {
    List<Step> steps = FaultPlan.of(options(1)).steps();

    assertThat(steps)
        .hasSize(8)
        .allSatisfy(step -> assertThat(step.afterEvents()).isBetween(1, 99));
    assertThat(steps).filteredOn(step -> step.kind() == FaultKind.NODE_KILLED).hasSize(4);
    assertThat(steps).extracting(Step::afterEvents).isSorted();
  }

  @Test
  void theSameSeedGivesTheSamePlanAndTheSameEvents() {
    assertThat(FaultPlan.of(options(1))).isEqualTo(FaultPlan.of(options(1)));
    assertThat(FaultPlan.of(options(1))).isNotEqualTo(FaultPlan.of(options(2)));
    assertThat(events(options(1))).isEqualTo(events(options(1)));
    assertThat(events(options(1))).isNotEqualTo(events(options(2)));
  }

  @Test
  void eachRoundTouchesEveryOrderOnce() {
    List<String> orders = events(options(1)).stream().map(Operation::order).toList();

    assertThat(orders.subList(0, 10)).doesNotHaveDuplicates();
    assertThat(orders.subList(10, 20)).containsExactlyInAnyOrderElementsOf(orders.subList(0, 10));
  }

  private static List<Operation> events(FaultOptions options) {
    Workload workload = new Workload(options);
    return IntStream.range(0, options.events()).mapToObj(workload::event).toList();
  }

  private static FaultOptions options(long seed) {
    return new FaultOptions(
        new Program(Path.of("none.jar"), List.of(), Path.of("none.log")),
        seed,
        2,
        2,
        10,
        100,
        4,
        0.3,
        FaultOptions.faults(4, 1, 3));
  }
}
