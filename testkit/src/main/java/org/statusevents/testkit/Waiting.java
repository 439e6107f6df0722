package org.statusevents.testkit;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Bounded waits for what happens in a time that is not the test's own.
public final class Waiting {
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Duration STEP = Duration.ofMillis(2);

  private Waiting() {}

  /// The first answer of `probe` that is `done`. Fails when there is none in 10 seconds.
  public static <T> T until(Supplier<T> probe, Predicate<T> done) {
    long began = System.nanoTime();
    while (System.nanoTime() - began < LONGEST.toNanos()) {
      T answer = probe.get();
      if (done.test(answer)) {
        return answer;
      }
      LockSupport.parkNanos(STEP.toNanos());
    }
    throw new AssertionError("still not so after " + LONGEST);
  }

  /// Lets at least `duration` go by.
  public static void pass(Duration duration) {
    long began = System.nanoTime();
    while (System.nanoTime() - began < duration.toNanos()) {
      LockSupport.parkNanos(duration.toNanos() - (System.nanoTime() - began));
    }
  }
}
