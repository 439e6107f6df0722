package org.statusevents.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.statusevents.application.delivering.Pace;

/// A clock that stands still until it is moved. Begins at [#START]. Safe for many threads.
public final class ManualClock implements InstantSource {
  public static final Instant START = Instant.parse("2026-03-05T14:20:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);

  @Override
  public Instant instant() {
    return now.get();
  }

  public void advance(Duration duration) {
    now.updateAndGet(instant -> instant.plus(duration));
  }

  /// The same time as a monotonic clock shows it.
  public LongSupplier nanos() {
    return () -> Duration.between(START, now.get()).toNanos();
  }

  /// Waits by moving this clock; nobody is to stop.
  public Pace pace() {
    return new Pace() {
      @Override
      public boolean stopping() {
        return false;
      }

      @Override
      public boolean pause(Duration duration) {
        advance(duration);
        return true;
      }
    };
  }
}
