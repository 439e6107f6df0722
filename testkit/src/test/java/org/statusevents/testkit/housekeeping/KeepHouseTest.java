package org.statusevents.testkit.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.statusevents.testkit.OrderFixture.order;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.statusevents.application.housekeeping.HouseReport;
import org.statusevents.application.housekeeping.HouseReport.Kept;
import org.statusevents.application.housekeeping.HouseReport.Removed;
import org.statusevents.application.housekeeping.Housekeeping;
import org.statusevents.application.housekeeping.KeepHouse.Mode;
import org.statusevents.application.housekeeping.Retention;
import org.statusevents.application.housekeeping.StoredMonth;
import org.statusevents.application.housekeeping.StoredMonth.Rows;
import org.statusevents.application.reading.PageRequest;
import org.statusevents.domain.delivery.Update;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.event.Operation;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.ManualClock;
import org.statusevents.testkit.Operations;
import org.statusevents.testkit.TestStore;
import org.statusevents.testkit.delivering.LaneHand;
import org.statusevents.testkit.delivering.Settlements;
import org.statusevents.testkit.memory.InMemoryStorage;

/// Keeping house through its doors, on one clock that begins on 5 March 2026.
final class KeepHouseTest {
  private static final YearMonth MARCH = YearMonth.of(2026, 3);
  private static final Retention RETENTION = new Retention(3, 2, Duration.ofDays(30));

  private final ManualClock clock = new ManualClock();
  private final InMemoryStorage storage = new InMemoryStorage(clock);
  private final TestStore shop = TestStore.shop(storage, Channels.everyEvent("web"));
  private final LaneHand hand = new LaneHand(storage.lanes());

  private HouseReport keep(Mode mode) {
    return Housekeeping.keepHouse(storage.storedMonths(), storage.leftovers(), RETENTION, clock)
        .keep(mode);
  }

  private HouseReport keep() {
    return keep(Mode.FOR_REAL);
  }

  private void at(String time) {
    Instant then = Instant.parse(time);
    clock.advance(Duration.between(clock.instant(), then));
    shop.clock().advance(Duration.between(shop.clock().instant(), then));
  }

  private static StoredMonth month(Rows rows, YearMonth month) {
    return new StoredMonth(rows, month);
  }

  @Test
  void roomIsMadeForThisMonthTheOneBeforeAndThreeToCome() {
    List<StoredMonth> made = Housekeeping.makeRoom(storage.storedMonths()).makeRoom();

    for (Rows rows : Rows.values()) {
      assertThat(made)
          .filteredOn(month -> month.rows() == rows)
          .extracting(StoredMonth::month)
          .containsExactly(
              MARCH.minusMonths(1),
              MARCH,
              MARCH.plusMonths(1),
              MARCH.plusMonths(2),
              MARCH.plusMonths(3));
    }
    assertThat(Housekeeping.makeRoom(storage.storedMonths()).makeRoom()).isEmpty();
  }

  @Test
  void aSecondRunFindsNothingToDo() {
    shop.imported(order("A-1"));
    hand.acceptAll();
    at("2026-09-10T00:00:00Z");
    assertThat(keep().isQuiet()).isFalse();

    assertThat(keep().isQuiet()).isTrue();
    assertThat(keep())
        .isEqualTo(
            new HouseReport(
                List.of(), List.of(), List.of(), new Removed(0, 0, 0), Optional.empty()));
  }

  @Test
  void whatIsDeliveredGoesWhenItsTimeIsOverAndNoSooner() {
    shop.imported(order("A-1"));
    hand.acceptAll();

    at("2026-05-31T23:59:59Z");
    assertThat(keep().letGo()).as("ledger within 2 whole months").isEmpty();
    at("2026-06-01T00:00:00Z");
    assertThat(keep().letGo())
        .contains(month(Rows.LEDGER, MARCH))
        .doesNotContain(month(Rows.HISTORY, MARCH));
    at("2026-06-30T23:59:59Z");
    assertThat(keep().letGo()).doesNotContain(month(Rows.HISTORY, MARCH));
    at("2026-07-01T00:00:00Z");
    assertThat(keep().letGo()).contains(month(Rows.HISTORY, MARCH));
    assertThat(
            storage
                .readHistory()
                .read(shop.id(), new OrderNumber("A-1"), PageRequest.first())
                .orElseThrow()
                .items())
        .isEmpty();
  }

  @Test
  void attemptsGoAMonthAfterWhatTheyAreOf() {
    var _ = keep();
    shop.imported(order("A-1"));
    hand.acceptAll();

    at("2026-06-01T00:00:00Z");
    assertThat(keep().letGo())
        .contains(month(Rows.LEDGER, MARCH))
        .doesNotContain(month(Rows.ATTEMPTS, MARCH));
    at("2026-07-01T00:00:00Z");
    assertThat(keep().letGo()).contains(month(Rows.ATTEMPTS, MARCH));
  }

  @Test
  void whatIsNotDeliveredKeepsItsMonthAndTheReasonIsSaid() {
    shop.imported(order("A-1"));
    UpdateId second = shop.owed("op-1", "A-1", Events.packed());
    UpdateId first = hand.park().updates().getFirst().id();
    at("2027-01-10T00:00:00Z");

    HouseReport report = keep();

    assertThat(report.letGo()).doesNotContain(month(Rows.LEDGER, MARCH));
    assertThat(report.kept())
        .containsExactly(
            new Kept(
                month(Rows.LEDGER, MARCH),
                "2 updates of channel web of store shop are not delivered yet"),
            new Kept(month(Rows.HISTORY, MARCH), "the ledger of 2026-03 is still there"));
    assertThat(report.isQuiet()).isFalse();
    var _ = storage.settleParked().retry(shop.id(), first);
    assertThat(hand.claimOne().updates()).extracting(Update::id).containsExactly(first, second);
  }

  @Test
  void aDryRunSaysWhatARunForRealDoesThen() {
    shop.imported(order("A-1"));
    hand.acceptAll();
    at("2026-09-10T00:00:00Z");

    HouseReport dry = keep(Mode.DRY_RUN);
    assertThat(keep(Mode.DRY_RUN)).isEqualTo(dry);
    HouseReport real = keep();

    assertThat(dry.made()).isEqualTo(real.made()).isNotEmpty();
    assertThat(dry.letGo())
        .isEqualTo(real.letGo())
        .contains(month(Rows.LEDGER, MARCH), month(Rows.HISTORY, MARCH));
    assertThat(dry.kept()).isEqualTo(real.kept()).isEmpty();
    assertThat(dry.removed().operations()).isEqualTo(real.removed().operations()).isEqualTo(1);
  }

  @Test
  void leftoversAreRemovedHoweverMany() {
    for (int batch = 0; batch < 9; batch++) {
      shop.record(
          IntStream.rangeClosed(500 * batch + 1, 500 * batch + 500)
              .mapToObj(i -> Operations.importing(order("A-" + i).order()))
              .toArray(Operation[]::new));
    }
    for (int claim = 0; claim < 5; claim++) {
      assertThat(storage.lanes().settle(hand.claim().stream().map(Settlements::accepted).toList()))
          .isNotEmpty();
    }
    at("2026-04-04T14:20:01Z");

    assertThat(keep().removed()).isEqualTo(new Removed(0, 4_500, 0));
    at("2026-06-01T00:00:00Z");
    assertThat(keep().removed()).isEqualTo(new Removed(4_500, 0, 0));
  }

  @Test
  void nothingIsLetGoWhereTheClocksAreFarApart() {
    shop.imported(order("A-1"));
    hand.acceptAll();
    at("2027-01-10T00:00:00Z");
    InstantSource wrong = InstantSource.fixed(clock.instant().minus(Duration.ofHours(25)));

    HouseReport report =
        Housekeeping.keepHouse(storage.storedMonths(), storage.leftovers(), RETENTION, wrong)
            .keep(Mode.FOR_REAL);

    assertThat(report.letGo()).isEmpty();
    assertThat(report.removed()).isEqualTo(new Removed(0, 0, 0));
    assertThat(report.made())
        .extracting(StoredMonth::month)
        .contains(YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)));
    assertThat(report.nothingLetGo())
        .contains("the clocks of this node and of the database are more than a day apart");
    assertThat(report.isQuiet()).isFalse();
  }

  @Test
  void aLedgerThatReachesBackFurtherThanTheHistoryIsRefused() {
    assertThatThrownBy(() -> new Retention(12, 13, Duration.ofDays(30)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Retention(12, 12, Duration.ofMinutes(59)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Retention(2, 0, Duration.ofDays(30)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
