package org.statusevents.benchmarks.scenario;

import org.statusevents.benchmarks.load.LoadResult;
import org.statusevents.benchmarks.report.Report;

/// A rate says nothing if requests failed to make it.
final class Failures {
  private Failures() {}

  static void note(Report report, String name, LoadResult result) {
    if (result.failed() > 0) {
      report.note(name + ": not counted, since they failed: " + result.failures());
    }
  }
}
