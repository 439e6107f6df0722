package org.statusevents.bootstrap;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.statusevents.bootstrap.wiring.Shutdown;

/// What runs until the process is told to stop (SIGTERM, Ctrl-C) and is closed then, in reverse.
final class Running implements AutoCloseable {
  private final Shutdown parts = new Shutdown();
  private final CountDownLatch stopped = new CountDownLatch(1);

  Running() {
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("stop")
                .unstarted(() -> {
                  boolean told = stopped.getCount() > 0;
                  stopped.countDown();
                  if (told) {
                    System.err.println("Stopping ...");
                  }
                  parts.close();
                  if (told) {
                    System.err.println("Stopped.");
                  }
                }));
  }

  <T extends AutoCloseable> T keep(T part) {
    return parts.add(part.getClass().getSimpleName(), part);
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
