package org.statusevents.bootstrap.delivery;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.statusevents.application.delivering.ClaimedLane;
import org.statusevents.application.delivering.DeliverUpdates;
import org.statusevents.application.delivering.DeliverUpdates.DeliveryReport;
import org.statusevents.application.delivering.Lanes;
import org.statusevents.application.transaction.StorageUnavailable;

/// Keeps the lanes with work in delivery until it is closed: claims them, and delivers each on a
/// virtual thread of its own. A database that is away is asked again every second.
public final class DeliveryWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);
  private static final Duration REST_AFTER_NOTHING = Duration.ofMillis(20);

  private final Lanes lanes;
  private final DeliverUpdates deliverUpdates;
  private final WorkerLimits limits;
  private final WorkerMeter meter;
  private final Slots slots;
  private final Semaphore signals = new Semaphore(0);
  private final Alarms alarms = new Alarms(System::nanoTime);
  private final ExecutorService deliveries =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("delivery-", 0).factory());
  private final Thread loop = Thread.ofPlatform().name("delivery-worker").unstarted(this::run);
  private final StopSignal stop;

  /// `deliverUpdates` are to heed `stop`, too.
  public DeliveryWorker(
      Lanes lanes,
      DeliverUpdates deliverUpdates,
      WorkerLimits limits,
      WorkerMeter meter,
      StopSignal stop) {
    this.lanes = lanes;
    this.deliverUpdates = deliverUpdates;
    this.limits = limits;
    this.meter = meter;
    this.stop = stop;
    this.slots = new Slots(limits, System::nanoTime);
    meter.watch(slots::taken);
  }

  public void start() {
    loop.start();
  }

  /// There may be work now: do not wait for the next round. Cheap, and safe for many threads.
  public void wake() {
    signals.release();
  }

  /// Claims no more, waits for the calls that are under way until `stopMax` after the signal to
  /// stop, then interrupts the rest.
  @Override
  public void close() {
    stop.stop();
    wake();
    try {
      boolean _ = loop.join(left());
      deliveries.shutdown();
      if (!deliveries.awaitTermination(left().toNanos(), TimeUnit.NANOSECONDS)) {
        LOG.warn("{} lanes are left in delivery; they come back", slots.taken());
        List<Runnable> _ = deliveries.shutdownNow();
      }
    } catch (InterruptedException e) {
      List<Runnable> _ = deliveries.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private Duration left() {
    Duration left = limits.stopMax().minus(stop.since());
    return left.isNegative() ? Duration.ZERO : left;
  }

  private void run() {
    Duration pause = limits.busyPause();
    boolean failing = false;
    while (!stop.stopping()) {
      long askedAt = System.nanoTime();
      boolean worked = false;
      try {
        worked = claim();
        pause = worked || slots.crowded() ? limits.busyPause() : longer(pause);
        if (failing) {
          LOG.info("Work can be claimed again");
        }
        failing = false;
      } catch (StorageUnavailable e) {
        if (!failing) {
          LOG.warn("No work can be claimed; trying again until it can: {}", e.getMessage());
        }
        failing = true;
        pause = limits.idlePause();
      } catch (RuntimeException e) {
        // The entry of this thread: whatever it is, the worker must outlive it.
        if (!failing) {
          LOG.warn("No work can be claimed; trying again until it can", e);
        }
        failing = true;
        pause = limits.idlePause();
      }
      if (!waited(pause)) {
        return;
      }
      if (!worked) {
        restAfterNothing(askedAt);
      }
    }
  }

  /// Signals come with each operation, whether or not there is anything to send: a channel that
  /// waits must not have the database asked for each of them.
  private void restAfterNothing(long askedAt) {
    long left = REST_AFTER_NOTHING.toNanos() - (System.nanoTime() - askedAt);
    if (left > 0 && !stop.stopping()) {
      LockSupport.parkNanos(left);
    }
  }

  /// True when there was anything to do.
  private boolean claim() {
    Lanes.Room room = slots.room();
    if (room.lanesMax() < 1) {
      return true;
    }
    long claimedAt = System.nanoTime();
    List<ClaimedLane> claimed = lanes.claim(room, limits.lease());
    for (ClaimedLane lane : claimed) {
      slots.take(lane.key());
      deliveries.execute(() -> deliver(lane, claimedAt));
    }
    return !claimed.isEmpty();
  }

  private void deliver(ClaimedLane lane, long claimedAt) {
    try {
      DeliveryReport report = deliverUpdates.deliver(lane, claimedAt);
      if (report.back()) {
        slots.beginAgain(lane.key());
      } else {
        slots.judge(lane.key(), report.sent(), report.behind());
      }
      meter.delivered(report);
      if (report.again().filter(alarms::set).isPresent()) {
        // Whoever waits must wait for this one now.
        wake();
      }
    } catch (StorageUnavailable e) {
      brokeOff(lane, e.getMessage());
    } catch (RuntimeException e) {
      // The entry of this thread.
      brokeOff(lane, "a fault of ours");
      LOG.warn("A delivery met a fault of ours", e);
    } finally {
      if (slots.give(lane.key())) {
        wake();
      }
    }
  }

  /// The lane's lease runs out, and it is handed out again.
  private void brokeOff(ClaimedLane lane, @Nullable String why) {
    meter.broken();
    LOG.warn(
        "Delivery of order {} of store {} to {} broke off: {}",
        lane.order(),
        lane.store(),
        lane.channel().id(),
        why);
  }

  private Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(limits.idlePause()) < 0 ? twice : limits.idlePause();
  }

  /// Waits for the pause to pass, a signal or an alarm; false when this thread is to end.
  private boolean waited(Duration pause) {
    try {
      boolean _ = signals.tryAcquire(alarms.within(pause).toNanos(), TimeUnit.NANOSECONDS);
      int _ = signals.drainPermits();
      return !stop.stopping();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
