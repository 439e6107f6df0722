package org.statusevents.testkit.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.testkit.OrderFixture.order;
import static org.statusevents.testkit.housekeeping.OldShop.MARCH;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.statusevents.application.delivering.ClaimedLane;
import org.statusevents.application.delivering.LaneSettlement.LaneNext;
import org.statusevents.application.delivering.SettleParked.ParkedOutcome;
import org.statusevents.application.housekeeping.StoredMonth;
import org.statusevents.application.housekeeping.StoredMonth.Rows;
import org.statusevents.application.housekeeping.StoredMonths.Fate;
import org.statusevents.application.housekeeping.StoredMonths.Waiting;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.delivery.Update;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.HousekeepingWorld;
import org.statusevents.testkit.Operations;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.TestStore;
import org.statusevents.testkit.delivering.Settlements;

/// What [org.statusevents.application.housekeeping.StoredMonths] promises. There is room for the
/// months of the tests' clock and the three after it when a test begins.
public interface StoredMonthsContract {
  YearMonth APRIL = YearMonth.of(2026, 4);
  Fate LET_GO = new Fate.LetGo();

  HousekeepingWorld world();

  private static Fate undelivered(long updates) {
    return new Fate.Undelivered(List.of(new Waiting(Stores.SHOP, new ChannelId("web"), updates)));
  }

  @Test
  default void thereIsRoomForAMonthOnceItIsMade() {
    YearMonth far = YearMonth.of(2031, 5);
    YearMonth farther = YearMonth.of(2031, 12);
    for (Rows rows : Rows.values()) {
      world().storedMonths().makeRoom(new StoredMonth(rows, farther));
      world().storedMonths().makeRoom(new StoredMonth(rows, far));
      world().storedMonths().makeRoom(new StoredMonth(rows, far));

      assertThat(world().storedMonths().months(rows))
          .as("months of %s", rows)
          .containsOnlyOnce(far, farther)
          .isSorted();
    }
    for (Rows rows : List.of(Rows.LEDGER, Rows.HISTORY)) {
      assertThat(world().storedMonths().letGo(new StoredMonth(rows, far))).isEqualTo(LET_GO);
      assertThat(world().storedMonths().months(rows)).doesNotContain(far).contains(farther);
    }
  }

  @Test
  default void aMonthGoesWithAllItsRowsOnceEverythingInItIsDelivered() {
    OldShop old = OldShop.in(world());
    assertThat(old.updates(UpdateState.ACCEPTED)).hasSize(1);

    assertThat(old.world().storedMonths().fateOf(new StoredMonth(Rows.LEDGER, MARCH)))
        .isEqualTo(LET_GO);
    assertThat(old.updates(UpdateState.ACCEPTED)).hasSize(1);
    assertThat(old.letLedgerGo()).isEqualTo(LET_GO);

    for (UpdateState state : UpdateState.values()) {
      assertThat(old.updates(state)).as("updates that are %s", state).isEmpty();
    }
    assertThat(old.letGo(Rows.HISTORY, MARCH)).isEqualTo(LET_GO);
    assertThat(old.letGo(Rows.ATTEMPTS, MARCH)).isEqualTo(LET_GO);
    assertThat(old.history()).isEmpty();
    assertThat(old.ledgerOfOrder()).isEmpty();
    for (Rows rows : Rows.values()) {
      assertThat(world().storedMonths().months(rows)).doesNotContain(MARCH);
    }
  }

  @Test
  default void lettingGoOfAMonthThatIsGoneChangesNothing() {
    OldShop old = OldShop.in(world());
    assertThat(old.letLedgerGo()).isEqualTo(LET_GO);

    assertThat(old.letLedgerGo()).isEqualTo(LET_GO);
    assertThat(old.sequences()).containsExactly(1L);
  }

  @Test
  default void anOwedUpdateKeepsItsMonthUntilItIsDelivered() {
    OldShop old = OldShop.in(world());
    UpdateId first = old.owe("1Z1");
    UpdateId second = old.owe("1Z2");

    assertThat(old.letLedgerGo()).isEqualTo(undelivered(2));
    ClaimedLane lane = old.hand().claimOne();
    assertThat(lane.updates()).extracting(Update::id).containsExactly(first, second);
    assertThat(old.letLedgerGo()).as("while it is sent").isEqualTo(undelivered(2));
    old.hand().settle(Settlements.accepted(lane, 1, new LaneNext.OutOfTime()));
    assertThat(old.letLedgerGo()).as("with one behind it").isEqualTo(undelivered(1));
    old.hand().acceptAll();

    assertThat(old.letLedgerGo()).isEqualTo(LET_GO);
  }

  @Test
  default void anUpdateThatIsTriedAgainLaterKeepsItsMonth() {
    OldShop old = OldShop.in(world());
    old.owe("1Z1");
    old.hand()
        .settle(
            Settlements.refused(
                old.hand().claimOne(), new LaneNext.RetryAfter(Duration.ofHours(1))));

    assertThat(old.letLedgerGo()).isEqualTo(undelivered(1));
    assertThat(old.updates(UpdateState.OWED)).hasSize(1);
  }

  @Test
  default void aParkedUpdateKeepsItsMonthUntilAPersonSettlesIt() {
    OldShop old = OldShop.in(world());
    UpdateId parked = old.owe("1Z1");
    old.hand().park();

    assertThat(old.letLedgerGo()).isEqualTo(undelivered(1));
    assertThat(old.updates(UpdateState.PARKED)).containsExactly(parked);
    assertThat(world().settleParked().discard(old.shop().id(), parked, "anna"))
        .isEqualTo(new ParkedOutcome.Settled());
    assertThat(old.letLedgerGo()).isEqualTo(LET_GO);
    assertThat(world().settleParked().retry(old.shop().id(), parked))
        .isEqualTo(new ParkedOutcome.UpdateUnknown(parked));
  }

  @Test
  default void aParkedUpdateCanStillBeSentAfterItsNeighboursMonthsWent() {
    OldShop old = OldShop.in(world());
    UpdateId parked = old.owe("1Z1");
    old.hand().park();
    old.at("2026-04-10T10:00:00Z");
    old.shop().imported(order("A-2"));
    old.hand().acceptAll();
    assertThat(old.letGo(Rows.LEDGER, APRIL)).isEqualTo(LET_GO);
    assertThat(old.letGo(Rows.HISTORY, APRIL)).isEqualTo(LET_GO);
    assertThat(old.letLedgerGo()).isEqualTo(undelivered(1));
    assertThat(old.letGo(Rows.HISTORY, MARCH)).isEqualTo(new Fate.LedgerNeeds(MARCH));

    assertThat(world().settleParked().retry(old.shop().id(), parked))
        .isEqualTo(new ParkedOutcome.Settled());
    Update sent = old.hand().claimOne().updates().getFirst();

    assertThat(sent.id()).isEqualTo(parked);
    assertThat(sent.content().sequence()).isEqualTo(3);
  }

  @Test
  default void monthsAreHeldApartToTheLastMoment() {
    OldShop old = OldShop.in(world());
    old.at("2026-03-31T23:59:59.999999Z");
    UpdateId ofMarch = old.owe("1Z1");
    old.at("2026-04-01T00:00:00Z");
    UpdateId ofApril = old.owe("1Z2");

    assertThat(old.letLedgerGo()).isEqualTo(undelivered(1));
    assertThat(old.letGo(Rows.LEDGER, APRIL)).isEqualTo(undelivered(1));
    ClaimedLane lane = old.hand().claimOne();
    assertThat(lane.updates()).extracting(Update::id).containsExactly(ofMarch, ofApril);
    old.hand().settle(Settlements.accepted(lane, 1, new LaneNext.OutOfTime()));
    assertThat(old.letLedgerGo()).isEqualTo(LET_GO);

    assertThat(old.updates(UpdateState.ACCEPTED)).isEmpty();
    assertThat(old.updates(UpdateState.OWED)).containsExactly(ofApril);
    assertThat(old.letGo(Rows.HISTORY, MARCH)).isEqualTo(LET_GO);
    assertThat(old.sequences()).containsExactly(4L, 5L);
    old.hand().acceptAll();
    assertThat(old.updates(UpdateState.ACCEPTED)).containsExactly(ofApril);
  }

  @Test
  default void historyStaysAsLongAsTheLedgerOfItsMonth() {
    OldShop old = OldShop.in(world());

    assertThat(old.letGo(Rows.HISTORY, MARCH)).isEqualTo(new Fate.LedgerNeeds(MARCH));
    assertThat(old.sequences()).containsExactly(1L);
  }

  @Test
  default void attemptsStayAsLongAsAnyUpdateThatTheyMayBeOf() {
    OldShop old = OldShop.in(world());
    YearMonth oldest = world().storedMonths().months(Rows.LEDGER).getFirst();

    assertThat(old.letGo(Rows.ATTEMPTS, MARCH)).isEqualTo(new Fate.LedgerNeeds(oldest));
    assertThat(old.updates(UpdateState.ACCEPTED)).hasSize(1);
  }

  @Test
  default void anOrderGoesOnWhereItsHistoryWasLetGo() {
    OldShop old = OldShop.in(world());
    old.owe("1Z1");
    old.hand().acceptAll();
    assertThat(old.letLedgerGo()).isEqualTo(LET_GO);
    assertThat(old.letGo(Rows.HISTORY, MARCH)).isEqualTo(LET_GO);
    assertThat(old.history()).isEmpty();
    long before = old.shop().known("A-1").order().version();

    old.at("2026-04-02T08:00:00Z");
    UpdateId owed = old.owe("1Z2");

    assertThat(old.sequences()).containsExactly(before + 1, before + 2);
    assertThat(old.ledgerOfOrder())
        .extracting(entry -> entry.update().orElseThrow())
        .contains(owed);
    assertThat(old.hand().claimOne().updates()).extracting(Update::id).containsExactly(owed);
  }

  /// The log reaches further back than the ledger.
  @Test
  default void historyTellsWhatHappenedWhereTheLedgerWasLetGo() {
    OldShop old = OldShop.in(world());
    old.owe("1Z1");
    old.hand().acceptAll();
    assertThat(old.history().getFirst().channels()).hasSize(1);
    assertThat(old.letLedgerGo()).isEqualTo(LET_GO);

    assertThat(old.sequences()).containsExactly(1L, 2L, 3L);
    assertThat(old.history()).allSatisfy(entry -> assertThat(entry.channels()).isEmpty());
    assertThat(old.ledgerOfOrder()).isEmpty();
  }

  @Test
  default void channelsThatStillWaitAreCountedApart() {
    TestStore shop =
        TestStore.shop(world(), Channels.everyEvent("few"), Channels.everyEvent("many"));
    shop.imported(order("A-1"));
    shop.imported(order("A-2"));
    TestStore other =
        TestStore.create(world(), Stores.withDefaults(Stores.OTHER, Channels.everyEvent("few")));
    other.imported(order("A-1"));
    new OldShop(world(), shop)
        .hand().claim().stream()
            .filter(lane ->
                lane.channel().id().value().equals("few") && lane.order().value().equals("A-1"))
            .filter(lane -> lane.store().equals(Stores.SHOP))
            .forEach(lane -> new OldShop(world(), shop).hand().settle(Settlements.accepted(lane)));
    shop.record(Operations.operation("op-1", "A-2", Events.packed(), Events.paid()));

    Fate fate = world().storedMonths().fateOf(new StoredMonth(Rows.LEDGER, MARCH));

    assertThat(fate).isInstanceOf(Fate.Undelivered.class);
    assertThat(((Fate.Undelivered) fate).channels())
        .containsExactlyInAnyOrder(
            new Waiting(Stores.SHOP, new ChannelId("many"), 3),
            new Waiting(Stores.SHOP, new ChannelId("few"), 2),
            new Waiting(Stores.OTHER, new ChannelId("few"), 1))
        .startsWith(new Waiting(Stores.SHOP, new ChannelId("many"), 3));
  }
}
