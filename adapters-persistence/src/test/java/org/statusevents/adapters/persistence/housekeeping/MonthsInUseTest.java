package org.statusevents.adapters.persistence.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.statusevents.testkit.OrderFixture.order;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.statusevents.adapters.persistence.database.PostgresWorld;
import org.statusevents.adapters.persistence.database.TestDatabase;
import org.statusevents.application.housekeeping.Housekeeping;
import org.statusevents.application.housekeeping.StoredMonth;
import org.statusevents.application.housekeeping.StoredMonth.Rows;
import org.statusevents.application.housekeeping.StoredMonths;
import org.statusevents.application.housekeeping.StoredMonths.Fate;
import org.statusevents.application.transaction.StorageUnavailable;
import org.statusevents.domain.delivery.Update;
import org.statusevents.testkit.AtOnce;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.Operations;
import org.statusevents.testkit.TestStore;
import org.statusevents.testkit.delivering.LaneHand;

/// Letting months go while others work with the same tables.
class MonthsInUseTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.embedded();
  private static final YearMonth MARCH = YearMonth.of(2026, 3);
  private static final StoredMonth LEDGER = new StoredMonth(Rows.LEDGER, MARCH);

  private PostgresWorld world;
  private TestStore shop;
  private LaneHand hand;

  @BeforeEach
  void open() {
    DATABASE.empty();
    world = new PostgresWorld(DATABASE.open());
    shop = TestStore.shop(world, Channels.everyEvent("web"));
    hand = new LaneHand(world.lanes());
  }

  @AfterEach
  void close() {
    world.persistence().close();
  }

  private StoredMonths months() {
    return world.storedMonths();
  }

  @Test
  void whoReadsAMonthKeepsItAndNobodyWaitsLongForThat() throws SQLException {
    shop.imported(order("A-1"));
    hand.acceptAll();
    try (Connection reader = connection();
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      var _ = statement.execute("select count(*) from channel_update");

      long began = System.nanoTime();
      assertThat(months().letGo(LEDGER)).isEqualTo(new Fate.InUse());
      Duration held = Duration.ofNanos(System.nanoTime() - began);

      // Twice what a lock is waited for: intake queues behind the one who waits.
      assertThat(held).isLessThan(Duration.ofSeconds(2));
      shop.imported(order("A-2"));
      reader.rollback();
    }
    assertThat(months().months(Rows.LEDGER)).contains(MARCH);
    hand.acceptAll();
    assertThat(months().letGo(LEDGER)).isEqualTo(new Fate.LetGo());
  }

  @Test
  void twoNodesLetGoOfAMonthOnce() throws InterruptedException, ExecutionException {
    shop.imported(order("A-1"));
    hand.acceptAll();

    List<Fate> fates = AtOnce.call(4, _ -> months().letGo(LEDGER));

    assertThat(fates).contains(new Fate.LetGo()).isSubsetOf(new Fate.LetGo(), new Fate.InUse());
    assertThat(months().months(Rows.LEDGER)).doesNotContain(MARCH);
  }

  @Test
  void severalNodesMakeRoomForAMonthOnce() throws InterruptedException, ExecutionException {
    StoredMonth far = new StoredMonth(Rows.HISTORY, YearMonth.of(2032, 1));

    List<Boolean> made =
        AtOnce.call(
            6,
            _ -> {
              months().makeRoom(far);
              return true;
            });

    assertThat(made).hasSize(6).containsOnly(true);
    assertThat(months().months(Rows.HISTORY)).containsOnlyOnce(far.month());
  }

  /// Those that come before the month goes keep it, those that come after it make none.
  @Test
  void nothingThatComesInMeanwhileIsLost() throws InterruptedException, ExecutionException {
    int orders = 60;
    shop.clock()
        .advance(Duration.between(shop.clock().instant(), Instant.parse("2026-04-20T00:00:00Z")));
    StoredMonth past = new StoredMonth(Rows.LEDGER, MARCH);
    StoredMonth present = new StoredMonth(Rows.LEDGER, YearMonth.of(2026, 4));

    List<String> done =
        AtOnce.call(
            3,
            caller -> {
              switch (caller) {
                case 0 -> IntStream.range(0, orders).forEach(i -> shop.imported(order("A-" + i)));
                case 1 ->
                    IntStream.range(0, 20)
                        .forEach(_ -> {
                          var _ = months().letGo(past);
                          months().makeRoom(past);
                        });
                default ->
                    IntStream.range(0, 20)
                        .forEach(_ -> {
                          if (months().fateOf(present) instanceof Fate.Undelivered) {
                            assertThat(months().letGo(present)).isNotEqualTo(new Fate.LetGo());
                          }
                        });
              }
              return "done";
            });

    assertThat(done).hasSize(3);
    assertThat(hand.claim())
        .hasSize(orders)
        .allSatisfy(lane -> assertThat(lane.updates()).hasSize(1));
  }

  @Test
  void aRowOfATimeWithoutAMonthIsRefusedInWordsAndStoredOnceThereIsRoom() {
    shop.imported(order("A-1"));
    shop.clock().advance(Duration.ofDays(30 * 365));

    assertThatThrownBy(() -> shop.record(Operations.operation("op-1", "A-1", Events.packed())))
        .isInstanceOf(StorageUnavailable.class)
        .hasMessageContaining("clock");
    assertThat(shop.known("A-1").order().version()).isEqualTo(1);

    YearMonth then = YearMonth.from(shop.clock().instant().atOffset(ZoneOffset.UTC));
    for (Rows rows : Rows.values()) {
      months().makeRoom(new StoredMonth(rows, then));
    }
    shop.owed("op-1", "A-1", Events.packed());
    assertThat(hand.claimOne().updates()).extracting(Update::position).containsExactly(1L, 2L);
  }

  @Test
  void roomThatIsMadeIsOfTheDatabasesOwnTime() {
    YearMonth now = YearMonth.from(months().now().atOffset(ZoneOffset.UTC));

    var _ = Housekeeping.makeRoom(months()).makeRoom();

    for (Rows rows : Rows.values()) {
      assertThat(months().months(rows))
          .contains(
              now.minusMonths(1), now, now.plusMonths(1), now.plusMonths(2), now.plusMonths(3));
    }
    assertThat(Housekeeping.makeRoom(months()).makeRoom()).isEmpty();
  }

  private static Connection connection() throws SQLException {
    return DriverManager.getConnection(
        DATABASE.config().jdbcUrl(), DATABASE.config().user(), DATABASE.config().password());
  }
}
