package org.statusevents.adapters.rest;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.statusevents.adapters.rest.problem.Problem;
import org.statusevents.adapters.rest.problem.ProblemException;
import org.statusevents.adapters.rest.problem.ProblemType;

/// Bounds how many requests are worked on at once, since virtual threads bound nothing.
final class Admission {
  private final HttpApiConfig config;
  private final Semaphore turns;

  Admission(HttpApiConfig config) {
    this.config = config;
    this.turns = new Semaphore(config.concurrentRequestsMax(), true);
  }

  /// Runs `work` when it is its turn; throws [ProblemException] (503) when that takes too long.
  <T> T inTurn(Supplier<T> work) {
    if (!gotTurn()) {
      throw new ProblemException(
          Problem.of(ProblemType.BUSY, "Too many requests at once; nothing was done. Try again.")
              .withHeader("Retry-After", "1"));
    }
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }

  private boolean gotTurn() {
    if (turns.tryAcquire()) {
      return true;
    }
    if (turns.getQueueLength() >= config.waitingRequestsMax()) {
      return false;
    }
    try {
      return turns.tryAcquire(config.waitMax().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
