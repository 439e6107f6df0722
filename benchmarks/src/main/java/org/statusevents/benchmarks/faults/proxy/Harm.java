package org.statusevents.benchmarks.faults.proxy;

import java.time.Duration;

/// What a proxy does to the bytes that pass through it.
public sealed interface Harm {
  /// They pass.
  record None() implements Harm {}

  /// They pass, each piece later.
  record Latency(Duration delay) implements Harm {}

  /// Whoever sends any has its connection reset, and so has the other side.
  record Reset() implements Harm {}

  /// What is asked passes; when the answer comes, both sides are reset and nobody reads it.
  record ResetAfterCommit() implements Harm {}

  /// They pass, but the end of a stream is told later.
  record SlowClose(Duration delay) implements Harm {}

  /// They pass at so many a second and way, in small pieces.
  record Bandwidth(int bytesPerSecond) implements Harm {
    public Bandwidth {
      if (bytesPerSecond < 1) {
        throw new IllegalArgumentException("bytesPerSecond: " + bytesPerSecond);
      }
    }
  }

  /// They are kept, and neither side hears of it; they pass when the harm is over, as after a
  /// partition.
  record BlackHole() implements Harm {}
}
