package org.statusevents.benchmarks.scenario;

import java.util.Optional;
import org.statusevents.benchmarks.database.Yardsticks;
import org.statusevents.benchmarks.load.Load;
import org.statusevents.benchmarks.load.LoadResult;
import org.statusevents.benchmarks.report.Figure;
import org.statusevents.benchmarks.report.Report;
import org.statusevents.benchmarks.scenario.Bench.Filled;

/// 200 operations a request, over 8 connections, an update owed for each.
public final class Batches implements Scenario {
  static final String RATE = "batches of 200";
  private static final int CONNECTIONS = 8;
  private static final String CHANNEL = "batches";

  @Override
  public String name() {
    return "batches";
  }

  @Override
  public void run(Bench bench) {
    Filled filled = bench.filled();
    try (Bench.ReceivingChannel _ = bench.receiving(CHANNEL)) {
      double _ = measure(bench, filled, RATE);
    }
  }

  /// The rate of a closed loop in operations, added to the report.
  static double measure(Bench bench, Filled filled, String name) {
    Report report = bench.report();
    try (Load load = bench.load(CONNECTIONS)) {
      LoadResult result =
          load.closedLoop(
              filled.operations().batches(Bench.BATCH),
              bench.options().warmUp(),
              bench.options().counted());
      Bench.say(name + ": " + result.summary());
      double rate = result.perSecond() * Bench.BATCH;
      Figure figure = Figure.of(name, rate, "operations/s", bench.options().how());
      report.add(
          figure
              .comparedTo("yardstick batch", report.value(Yardsticks.BATCH_BEST))
              .ratioAtLeast(0.6));
      report
          .value(Yardsticks.SINGLE + ", 32 clients")
          .ifPresent(single ->
              report.add(
                  figure.comparedTo("yardstick single", Optional.of(single)).ratioAtLeast(6)));
      Failures.note(report, name, result);
      return rate;
    }
  }
}
