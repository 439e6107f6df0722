package org.statusevents.bootstrap.housekeeping;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.statusevents.application.housekeeping.HouseReport;
import org.statusevents.application.housekeeping.KeepHouse;
import org.statusevents.application.housekeeping.KeepHouse.Mode;
import org.statusevents.application.housekeeping.MakeRoom;
import org.statusevents.application.transaction.StorageUnavailable;

/// Makes room at once, keeps house soon after and then every hour, until it is closed. A run that
/// fails is told and tried again a minute later. Says nothing of runs that found nothing to do.
public final class Housekeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeper.class);
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofHours(1);
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
  private static final Duration STOP_MAX = Duration.ofSeconds(2);

  private final MakeRoom makeRoom;
  private final KeepHouse keepHouse;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread loop = Thread.ofPlatform().daemon().name("housekeeper").unstarted(this::run);

  public Housekeeper(MakeRoom makeRoom, KeepHouse keepHouse) {
    this.makeRoom = makeRoom;
    this.keepHouse = keepHouse;
  }

  public void start() {
    loop.start();
  }

  /// What is under way may end; its transaction is taken back where it does not end soon.
  @Override
  public void close() {
    stopping.countDown();
    try {
      if (!loop.join(STOP_MAX)) {
        LOG.info("A run of housekeeping is broken off; the next one goes on");
        loop.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    boolean room = false;
    Duration pause = Duration.ZERO;
    while (!stoppedWithin(pause)) {
      if (room) {
        pause = succeeded(this::keepHouse) ? PAUSE : AFTER_FAILURE;
      } else {
        room = succeeded(makeRoom::makeRoom);
        pause = room ? FIRST : AFTER_FAILURE;
      }
    }
  }

  private HouseReport keepHouse() {
    HouseReport report = keepHouse.keep(Mode.FOR_REAL);
    if (!report.isQuiet()) {
      LOG.info("Housekeeping: {}", String.join("; ", HouseSentences.of(report, Mode.FOR_REAL)));
    }
    return report;
  }

  private static boolean succeeded(Supplier<?> step) {
    try {
      var _ = step.get();
      return true;
    } catch (StorageUnavailable e) {
      LOG.warn("Housekeeping failed; it is tried again: {}", e.getMessage());
    } catch (RuntimeException e) {
      // The entry of this thread: whatever it is, the next run must come.
      LOG.warn("Housekeeping failed; it is tried again", e);
    }
    return false;
  }

  private boolean stoppedWithin(Duration pause) {
    try {
      return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
