package org.statusevents.bootstrap.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.statusevents.application.housekeeping.Housekeeping;
import org.statusevents.application.housekeeping.KeepHouse;
import org.statusevents.application.housekeeping.MakeRoom;
import org.statusevents.application.housekeeping.Retention;
import org.statusevents.application.housekeeping.StoredMonth.Rows;
import org.statusevents.application.transaction.StorageUnavailable;
import org.statusevents.bootstrap.housekeeping.Housekeeper.Pauses;
import org.statusevents.testkit.ManualClock;
import org.statusevents.testkit.Waiting;
import org.statusevents.testkit.memory.InMemoryStorage;

final class HousekeeperTest {
  private static final Duration MOMENT = Duration.ofMillis(1);
  private static final Pauses QUICK = new Pauses(MOMENT, MOMENT, MOMENT);

  private final Queue<String> steps = new ConcurrentLinkedQueue<>();
  private final ManualClock clock = new ManualClock();
  private final InMemoryStorage storage = new InMemoryStorage(clock);
  private final KeepHouse keepHouse =
      Housekeeping.keepHouse(
          storage.storedMonths(), storage.leftovers(), Retention.STANDARD, clock);

  @Test
  void roomIsMadeBeforeTheFirstRunAndRunsFollowOneAnother() {
    try (Housekeeper housekeeper =
        new Housekeeper(
            () -> {
              boolean _ = steps.add("room");
              return Housekeeping.makeRoom(storage.storedMonths()).makeRoom();
            },
            mode -> {
              boolean _ = steps.add("house");
              return keepHouse.keep(mode);
            },
            QUICK)) {
      housekeeper.start();
      int _ = Waiting.until(steps::size, size -> size >= 4);
    }

    assertThat(steps).startsWith("room", "house", "house", "house");
  }

  @Test
  void whatFailsIsTriedAgain() {
    AtomicInteger rooms = new AtomicInteger();
    AtomicInteger runs = new AtomicInteger();
    MakeRoom troubledRoom =
        () -> {
          if (rooms.incrementAndGet() < 3) {
            throw new StorageUnavailable("the database is away", new IllegalStateException());
          }
          return List.of();
        };
    KeepHouse troubledHouse =
        mode -> {
          if (runs.incrementAndGet() < 3) {
            throw new IllegalStateException("a fault of ours");
          }
          return keepHouse.keep(mode);
        };
    try (Housekeeper housekeeper = new Housekeeper(troubledRoom, troubledHouse, QUICK)) {
      housekeeper.start();
      int _ = Waiting.until(runs::get, count -> count >= 4);
    }

    assertThat(rooms).hasValue(3);
  }

  @Test
  void aPauseEndsWhenItIsClosed() {
    Duration hour = Duration.ofHours(1);
    AtomicInteger rooms = new AtomicInteger();
    Housekeeper housekeeper =
        new Housekeeper(
            () -> {
              int _ = rooms.incrementAndGet();
              return List.of();
            },
            keepHouse,
            new Pauses(hour, hour, hour));
    housekeeper.start();
    int _ = Waiting.until(rooms::get, count -> count == 1);
    long began = System.nanoTime();
    housekeeper.close();

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    assertThat(storage.storedMonths().months(Rows.LEDGER)).isEmpty();
  }
}
