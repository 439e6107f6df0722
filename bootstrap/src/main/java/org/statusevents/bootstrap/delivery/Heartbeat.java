package org.statusevents.bootstrap.delivery;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.statusevents.application.delivering.Nodes;
import org.statusevents.application.transaction.StorageUnavailable;

/// Says again and again that this node lives, and wakes the worker when that brought lanes of a
/// dead one. Closed after the worker, it lets go of what the worker could not end.
public final class Heartbeat implements AutoCloseable {
  public static final Duration EVERY = Duration.ofSeconds(2);

  /// Five beats: one or two may be lost on the way.
  public static final Duration SILENCE = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
  private static final Duration STOP_MAX = Duration.ofSeconds(3);

  private final Nodes nodes;
  private final Duration every;
  private final Duration silence;
  private final Runnable wake;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread loop = Thread.ofPlatform().name("heartbeat").unstarted(this::run);
  private boolean failing;

  public Heartbeat(Nodes nodes, Duration every, Duration silence, Runnable wake) {
    this.nodes = nodes;
    this.every = every;
    this.silence = silence;
    this.wake = wake;
  }

  /// Beats once before it returns, so that no lane is claimed by a node that nobody knows; a
  /// database that is away is no reason not to start.
  public void start() {
    beat();
    loop.start();
  }

  @Override
  public void close() {
    stopped.countDown();
    try {
      boolean _ = loop.join(STOP_MAX);
      int released = nodes.leave();
      LOG.info("Left, and let go of {} lanes", released);
    } catch (StorageUnavailable e) {
      LOG.warn("Left without a word; what was in hand is found by others: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!stopped.await(every.toNanos(), TimeUnit.NANOSECONDS)) {
        beat();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void beat() {
    try {
      int freed = nodes.beat(silence);
      if (freed > 0) {
        LOG.info("{} lanes of a node that was not heard of came free", freed);
        wake.run();
      }
      if (failing) {
        LOG.info("The heartbeat is back");
      }
      failing = false;
    } catch (StorageUnavailable e) {
      failed(e.getMessage(), null);
    } catch (RuntimeException e) {
      // The entry of this thread: whatever it is, the heartbeat must outlive it.
      failed("a fault of ours", e);
    }
  }

  private void failed(@Nullable String why, @Nullable RuntimeException fault) {
    if (!failing) {
      LOG.warn("No heartbeat; trying again until there is one: {}", why, fault);
    }
    failing = true;
  }
}
