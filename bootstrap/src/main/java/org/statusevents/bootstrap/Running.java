package org.statusevents.bootstrap;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.statusevents.bootstrap.database.StartFailure;
import org.statusevents.bootstrap.wiring.Shutdown;

/// What runs until the process is told to stop (SIGTERM, Ctrl-C) and is closed then, in reverse.
final class Running implements AutoCloseable {
  private static final Duration START_MAX = Duration.ofSeconds(90);

  private final Shutdown parts = new Shutdown();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final ReentrantLock starting = new ReentrantLock();

  Running() {
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(this::endWithTheProcess));
  }

  private void endWithTheProcess() {
    boolean told = stopped.getCount() > 0;
    stopped.countDown();
    if (told) {
      System.err.println("Stopping ...");
    }
    awaitStart();
    parts.close();
    if (told) {
      System.err.println("Stopped.");
    }
  }

  /// A part that is half started must not be left: its database would outlive it.
  private void awaitStart() {
    try {
      if (starting.tryLock(START_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
        starting.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Starts a part, to be closed at the end. Told to stop meanwhile, the end waits for it; told
  /// before, it is not started.
  <T extends AutoCloseable> T start(Supplier<T> part) {
    starting.lock();
    try {
      if (stopped.getCount() == 0) {
        throw new StartFailure("Told to stop before everything had started.");
      }
      T started = part.get();
      return parts.add(started.getClass().getSimpleName(), started);
    } finally {
      starting.unlock();
    }
  }

  void await() throws InterruptedException {
    stopped.await();
  }

  /// True when told to stop before the time was over.
  boolean await(Duration most) throws InterruptedException {
    return stopped.await(most.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    stopped.countDown();
    parts.close();
  }
}
