package org.statusevents.benchmarks.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.statusevents.benchmarks.load.Load;
import org.statusevents.benchmarks.load.LoadResult;
import org.statusevents.benchmarks.report.Figure;
import org.statusevents.benchmarks.report.Report;
import org.statusevents.benchmarks.service.ServiceProcess.Memory;

/// From the start of the process until it is ready, on a database that is up to date, and the
/// memory it takes at load.
public final class StartUp implements Scenario {
  private static final int STARTS = 3;
  private static final String CHANNEL = "start-up";

  @Override
  public String name() {
    return "start-up";
  }

  @Override
  public void run(Bench bench) {
    Bench.Filled filled = bench.filled();
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      bench.stopService();
      seconds.add(bench.service().secondsToReady());
    }
    Report report = bench.report();
    double median = seconds.stream().sorted().toList().get(STARTS / 2);
    report.add(
        Figure.of("start to ready", median, "s", "median of " + STARTS + " starts").below(2));
    // The store's own client speaks to the service that is gone.
    bench.renewStore();
    try (Bench.ReceivingChannel channel = bench.receiving(CHANNEL);
        Load load = bench.load(Singles.CONNECTIONS)) {
      channel.receiver().open();
      LoadResult result =
          load.closedLoop(
              filled.operations().singles(), bench.options().warmUp(), bench.options().counted());
      Bench.say("load for memory: " + result.summary());
      Optional<Memory> memory = bench.service().memory();
      if (memory.isEmpty()) {
        report.note("no memory figures: this system has no /proc");
        return;
      }
      String how = "at the end of " + bench.options().seconds() + " s of singles and deliveries";
      report.add(
          Figure.of("resident memory at load", memory.get().residentMegabytes(), "MB", how)
              .below(300));
      report.add(Figure.of("peak resident memory", memory.get().peakMegabytes(), "MB", how));
    }
  }
}
