package org.statusevents.benchmarks.scenario;

import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.statusevents.benchmarks.database.BenchFailure;
import org.statusevents.benchmarks.decide.DecideBenchmark;
import org.statusevents.benchmarks.report.Figure;

/// The pure decision, measured by JMH in a process of its own.
public final class Decide implements Scenario {
  private static final int ITERATIONS = 5;

  @Override
  public String name() {
    return "decide";
  }

  @Override
  public void run(Bench bench) {
    int seconds = Math.max(1, bench.options().seconds() / ITERATIONS);
    Bench.say("decide: JMH, " + ITERATIONS + " times " + seconds + " s each");
    for (RunResult result : run(seconds)) {
      String event = result.getParams().getBenchmark().replaceFirst(".*\\.", "");
      bench
          .report()
          .add(
              Figure.of(
                      "decide, five lines, " + event,
                      result.getPrimaryResult().getScore(),
                      "us",
                      "JMH mean of " + ITERATIONS + " x " + seconds + " s, 1 process")
                  .below(2));
    }
  }

  private static Collection<RunResult> run(int seconds) {
    try {
      return new Runner(
              new OptionsBuilder()
                  .include("^" + DecideBenchmark.class.getName() + "\\.")
                  .forks(1)
                  .warmupIterations(ITERATIONS)
                  .warmupTime(TimeValue.seconds(seconds))
                  .measurementIterations(ITERATIONS)
                  .measurementTime(TimeValue.seconds(seconds))
                  .verbosity(VerboseMode.SILENT)
                  .build())
          .run();
    } catch (RunnerException e) {
      throw new BenchFailure("JMH failed: " + e.getMessage(), e);
    }
  }
}
