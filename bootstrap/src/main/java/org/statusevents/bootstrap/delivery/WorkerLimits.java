package org.statusevents.bootstrap.delivery;

import java.time.Duration;

/// What bounds the worker. `lanesMax` lanes are in delivery at once, `perChannelMax` of one
/// channel. It asks for work every `busyPause` while there is some and ever less often down to
/// `idlePause` while there is none. A lane is ours for `lease`; at the end the worker waits
/// `stopMax` for what is under way.
public record WorkerLimits(
    int lanesMax,
    int perChannelMax,
    Duration lease,
    Duration busyPause,
    Duration idlePause,
    Duration stopMax) {
  public static final WorkerLimits STANDARD =
      new WorkerLimits(
          64,
          8,
          Duration.ofSeconds(45),
          Duration.ofMillis(50),
          Duration.ofSeconds(1),
          Duration.ofSeconds(12));

  public WorkerLimits {
    if (lanesMax < 1 || perChannelMax < 1) {
      throw new IllegalArgumentException(
          "lanesMax: " + lanesMax + ", perChannelMax: " + perChannelMax + " (expected: >= 1)");
    }
  }
}
