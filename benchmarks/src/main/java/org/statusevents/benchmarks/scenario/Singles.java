package org.statusevents.benchmarks.scenario;

import org.statusevents.benchmarks.database.Yardsticks;
import org.statusevents.benchmarks.load.Load;
import org.statusevents.benchmarks.load.LoadResult;
import org.statusevents.benchmarks.report.Figure;
import org.statusevents.benchmarks.report.Report;
import org.statusevents.benchmarks.scenario.Bench.Filled;

/// One operation a request, over 64 connections.
public final class Singles implements Scenario {
  static final String RATE = "singles, update owed";
  static final int CONNECTIONS = 64;
  private static final String CHANNEL = "singles";

  @Override
  public String name() {
    return "singles";
  }

  @Override
  public void run(Bench bench) {
    Filled filled = bench.filled();
    double _ = measure(bench, filled, "singles, no update owed");
    // The receiver is shut: updates are owed and written as in the yardstick, and not delivered.
    try (Bench.ReceivingChannel _ = bench.receiving(CHANNEL);
        Load load = bench.load(CONNECTIONS)) {
      double rate = measure(bench, filled, RATE);
      double half = Math.max(1, rate / 2);
      Bench.say("open loop at " + Math.round(half) + " operations/s");
      LoadResult open =
          load.openLoop(filled.operations().singles(), half, bench.options().counted());
      addLatencies(bench.report(), open, bench.options().seconds());
    }
  }

  /// The rate of a closed loop, added to the report.
  static double measure(Bench bench, Filled filled, String name) {
    Report report = bench.report();
    try (Load load = bench.load(CONNECTIONS)) {
      LoadResult result =
          load.closedLoop(
              filled.operations().singles(), bench.options().warmUp(), bench.options().counted());
      Bench.say(name + ": " + result.summary());
      report.add(
          Figure.of(name, result.perSecond(), "operations/s", bench.options().how())
              .comparedTo("yardstick single", report.value(Yardsticks.SINGLE + ", 32 clients"))
              .ratioAtLeast(2));
      Failures.note(report, name, result);
      return result.perSecond();
    }
  }

  private static void addLatencies(Report report, LoadResult open, int seconds) {
    Bench.say("at half rate: " + open.summary());
    String how = "once, " + seconds + " s, open loop";
    report.add(Figure.of("singles at half rate, p50", open.millis(50), "ms", how));
    report.add(Figure.of("singles at half rate, p90", open.millis(90), "ms", how));
    report.add(Figure.of("singles at half rate, p99", open.millis(99), "ms", how).below(50));
    report.add(Figure.of("singles at half rate, p99.9", open.millis(99.9), "ms", how));
    report.add(Figure.of("singles at half rate, max", open.millis(100), "ms", how));
    Failures.note(report, "singles at half rate", open);
  }
}
