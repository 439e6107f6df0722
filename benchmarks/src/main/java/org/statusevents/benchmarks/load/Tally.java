package org.statusevents.benchmarks.load;

import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/// What came back, counted on one event loop and read when that is done.
final class Tally {
  private static final long NANOS_PER_MICRO = 1_000;
  private static final long MICROS_MAX = 600_000_000;

  private final Histogram latencies = new Histogram(MICROS_MAX, 3);
  private final Map<String, Long> failures = new TreeMap<>();
  private long succeeded;

  void answered(int status, long nanos) {
    if (status == 200 || status == 201 || status == 204) {
      succeeded++;
      latencies.recordValue(Math.min(MICROS_MAX, Math.max(0, nanos / NANOS_PER_MICRO)));
    } else {
      failed("HTTP " + status);
    }
  }

  void failed(String why) {
    long _ = failures.merge(why, 1L, Long::sum);
  }

  LoadResult result(long nanos) {
    return new LoadResult(succeeded, Map.copyOf(failures), nanos / 1e9, latencies.copy());
  }
}
