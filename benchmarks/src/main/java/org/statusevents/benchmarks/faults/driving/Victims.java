package org.statusevents.benchmarks.faults.driving;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.statusevents.benchmarks.database.BenchFailure;

/// Whom harm may be done to: never two that last to one of them, and never to all at once where
/// there are several. Safe for many threads.
final class Victims<T> implements AutoCloseable {
  private static final long WAIT_NANOS_MAX = TimeUnit.MINUTES.toNanos(10);
  private static final long LOOK_MILLIS = 50;

  private final List<T> all;
  private final Predicate<T> fit;
  private final SplittableRandom random;
  private final Set<T> held = new HashSet<>();
  private boolean over;

  Victims(List<T> all, Predicate<T> fit, long seed) {
    this.all = List.copyOf(all);
    this.fit = fit;
    this.random = new SplittableRandom(seed);
  }

  /// One for harm that is done at once, as soon as one is fit that no other harm lasts on; empty
  /// when it is over.
  synchronized Optional<T> any() {
    return awaited(all.size());
  }

  /// One for harm that lasts, until it is given back; waits for its turn. Empty when it is over.
  synchronized Optional<T> take() {
    Optional<T> one = awaited(Math.max(1, all.size() - 1));
    one.ifPresent(held::add);
    return one;
  }

  synchronized void giveBack(T one) {
    boolean _ = held.remove(one);
    notifyAll();
  }

  private Optional<T> awaited(int heldMax) {
    long began = System.nanoTime();
    try {
      while (!over) {
        List<T> free = new ArrayList<>(all);
        free.removeIf(one -> held.contains(one) || !fit.test(one));
        if (!free.isEmpty() && held.size() < heldMax) {
          return Optional.of(free.get(random.nextInt(free.size())));
        }
        if (System.nanoTime() - began > WAIT_NANOS_MAX) {
          throw new BenchFailure("nobody to do harm to came up again");
        }
        wait(LOOK_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  /// Whoever waits goes home.
  @Override
  public synchronized void close() {
    over = true;
    notifyAll();
  }
}
