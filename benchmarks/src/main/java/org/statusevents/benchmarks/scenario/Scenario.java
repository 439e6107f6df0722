package org.statusevents.benchmarks.scenario;

/// Something to measure. Leaves no channel enabled behind.
public interface Scenario {
  String name();

  /// Adds figures to the report of the run.
  void run(Bench bench);
}
