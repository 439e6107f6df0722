package org.statusevents.benchmarks.load;

import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/// What a load brought: answers of success and their latencies in microseconds, failures by kind,
/// and the seconds that were counted.
public record LoadResult(
    long succeeded, Map<String, Long> failures, double seconds, Histogram latencies) {
  public double perSecond() {
    return seconds <= 0 ? 0 : succeeded / seconds;
  }

  /// The latency that `percent` of the answers kept below.
  public double millis(double percent) {
    return latencies.getValueAtPercentile(percent) / 1e3;
  }

  public long failed() {
    return failures.values().stream().mapToLong(Long::longValue).sum();
  }

  /// The percentiles and what failed, in a line.
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%d in %.1f s; ms p50 %.1f p90 %.1f p99 %.1f p99.9 %.1f max %.1f%s",
        succeeded,
        seconds,
        millis(50),
        millis(90),
        millis(99),
        millis(99.9),
        latencies.getMaxValue() / 1e3,
        failures.isEmpty() ? "" : "; failed: " + failures);
  }
}
