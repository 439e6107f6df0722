package org.statusevents.bootstrap.delivery;

import java.time.Duration;

/// What bounds the worker. `lanesMax` lanes are in delivery at once. A channel begins with
/// `perChannelStart` of them; as long as its receiver keeps up that grows to `perChannelMax`, and
/// when it does not shrinks to one. The worker asks for work every `busyPause` while there is some
/// and ever less often down to `idlePause` while there is none. A lane is ours for `lease`; at the
/// end the worker waits `stopMax` for the calls that are under way.
public record WorkerLimits(
    int lanesMax,
    int perChannelStart,
    int perChannelMax,
    Duration lease,
    Duration busyPause,
    Duration idlePause,
    Duration stopMax) {
  public static final WorkerLimits STANDARD =
      new WorkerLimits(
          256,
          8,
          128,
          Duration.ofSeconds(45),
          Duration.ofMillis(50),
          Duration.ofSeconds(1),
          Duration.ofSeconds(12));

  public WorkerLimits {
    if (lanesMax < 1 || perChannelStart < 1 || perChannelMax < perChannelStart) {
      throw new IllegalArgumentException(
          "lanesMax: "
              + lanesMax
              + ", perChannelStart: "
              + perChannelStart
              + ", perChannelMax: "
              + perChannelMax
              + " (expected: >= 1, and no start beyond the most)");
    }
  }
}
