package org.statusevents.bootstrap.delivery;

import java.time.Duration;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/// When lanes and channels that wait are due again, so that nobody waits for the next round of an
/// idle worker on top. Exact to [#STEP], later rather than sooner. What lies further ahead than
/// [#AHEAD_MAX] is left to the rounds, which bounds how much is kept. Safe for many threads.
final class Alarms {
  static final Duration STEP = Duration.ofMillis(20);
  static final Duration AHEAD_MAX = Duration.ofMinutes(1);

  /// In steps of the clock.
  private final NavigableSet<Long> due = new TreeSet<>();

  private final LongSupplier nanos;

  /// `nanos` is monotonic.
  Alarms(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /// True where it goes off before all others.
  synchronized boolean set(Duration delay) {
    if (delay.compareTo(AHEAD_MAX) > 0) {
      return false;
    }
    long at = Math.floorDiv(nanos.getAsLong() + delay.toNanos(), STEP.toNanos()) + 1;
    return due.add(at) && due.first() == at;
  }

  /// How long it is to the next alarm, at most `pause`. An alarm that has gone off is told once, by
  /// no time at all.
  synchronized Duration within(Duration pause) {
    long now = nanos.getAsLong();
    boolean ringing = false;
    while (!due.isEmpty() && due.first() * STEP.toNanos() <= now) {
      Long _ = due.pollFirst();
      ringing = true;
    }
    if (ringing) {
      return Duration.ZERO;
    }
    if (due.isEmpty()) {
      return pause;
    }
    Duration next = Duration.ofNanos(due.first() * STEP.toNanos() - now);
    return next.compareTo(pause) < 0 ? next : pause;
  }
}
