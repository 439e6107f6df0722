package org.statusevents.benchmarks.faults.driving;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.statusevents.benchmarks.database.BenchFailure;
import org.statusevents.benchmarks.faults.journal.Entry;
import org.statusevents.benchmarks.faults.journal.FaultKind;
import org.statusevents.benchmarks.faults.journal.Journal;

/// Harm and how long it lasts, written down before and after. Whatever is done for a while is
/// undone, also when the run ends early. Safe for many threads.
final class Spells implements AutoCloseable {
  private final Journal journal;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch over = new CountDownLatch(1);
  private final List<Future<?>> cast = new ArrayList<>();
  private long last;

  Spells(Journal journal) {
    this.journal = journal;
  }

  /// Harm that is done when this returns; it answers whom it met.
  void once(FaultKind kind, String whom, Supplier<String> harm) {
    long began = beginning();
    written(kind, began, began, whom);
    String met = harm.get();
    written(kind, began, System.currentTimeMillis(), met);
  }

  /// Harm for so long, beside all else, to whoever's turn it is. It answers what undoes it.
  <T> void cast(
      FaultKind kind,
      long millis,
      Victims<T> victims,
      Function<T, String> name,
      Function<T, Runnable> harm) {
    Runnable spell =
        () ->
            victims
                .take()
                .ifPresent(one -> {
                  try {
                    last(kind, millis, name.apply(one), () -> harm.apply(one));
                  } finally {
                    victims.giveBack(one);
                  }
                });
    synchronized (cast) {
      boolean _ = cast.add(threads.submit(spell));
    }
  }

  private void last(FaultKind kind, long millis, String whom, Supplier<Runnable> harm) {
    long began = beginning();
    written(kind, began, began, whom);
    Runnable undo = harm.get();
    try {
      boolean _ = over.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      undo.run();
    }
    written(kind, began, System.currentTimeMillis(), whom);
  }

  /// Waits until none is left. Throws [BenchFailure] where one could not be done or undone.
  void await() {
    List<Future<?>> all;
    synchronized (cast) {
      all = List.copyOf(cast);
    }
    try {
      for (Future<?> one : all) {
        Object _ = one.get();
      }
    } catch (ExecutionException e) {
      throw new BenchFailure("the harm cannot be done: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("interrupted", e);
    }
  }

  /// No two have the same, so that they can be counted by it.
  private synchronized long beginning() {
    last = Math.max(System.currentTimeMillis(), last + 1);
    return last;
  }

  private void written(FaultKind kind, long at, long until, String whom) {
    journal.write(new Entry.Fault(at, Math.max(at, until), kind, whom));
  }

  /// Undoes what lasts, at once.
  @Override
  public void close() {
    over.countDown();
    threads.close();
  }
}
