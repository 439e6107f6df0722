package org.statusevents.benchmarks.scenario;

import java.time.Duration;
import org.statusevents.benchmarks.service.ServiceProcess.Program;

/// What a run is to measure with: `seconds` for each figure after `warmUpSeconds`, `orders` in the
/// store, `updates` to deliver, `scale` of the grown database, and how long a snapshot is `held`.
public record BenchOptions(
    Program program,
    int seconds,
    int warmUpSeconds,
    int orders,
    int updates,
    int deliveryRate,
    double scale,
    Duration held) {
  Duration counted() {
    return Duration.ofSeconds(seconds);
  }

  Duration warmUp() {
    return Duration.ofSeconds(warmUpSeconds);
  }

  String how() {
    return "once, " + seconds + " s after " + warmUpSeconds + " s";
  }
}
