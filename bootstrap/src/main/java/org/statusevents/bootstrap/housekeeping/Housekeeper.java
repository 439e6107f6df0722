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

/// Makes room at once, keeps house soon after and then again and again, until it is closed. A run
/// that fails is told and tried again. Says nothing of runs that found nothing to do.
public final class Housekeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeper.class);
  private static final Duration STOP_MAX = Duration.ofSeconds(2);

  private final MakeRoom makeRoom;
  private final KeepHouse keepHouse;
  private final Pauses pauses;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread loop = Thread.ofPlatform().daemon().name("housekeeper").unstarted(this::run);

  public Housekeeper(MakeRoom makeRoom, KeepHouse keepHouse, Pauses pauses) {
    this.makeRoom = makeRoom;
    this.keepHouse = keepHouse;
    this.pauses = pauses;
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
        pause = succeeded(this::keepHouse) ? pauses.between() : pauses.afterFailure();
      } else {
        room = succeeded(makeRoom::makeRoom);
        pause = room ? pauses.first() : pauses.afterFailure();
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

  /// How long to wait before the first run, between runs, and after one that failed.
  public record Pauses(Duration first, Duration between, Duration afterFailure) {
    public static final Pauses STANDARD =
        new Pauses(Duration.ofSeconds(30), Duration.ofHours(1), Duration.ofMinutes(1));
  }
}
