package org.statusevents.testkit.delivering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.testkit.OrderFixture.order;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.statusevents.application.delivering.ClaimedLane;
import org.statusevents.application.delivering.LaneSettlement;
import org.statusevents.application.delivering.LaneSettlement.LaneNext;
import org.statusevents.application.delivering.SettleParked.ParkedOutcome;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.delivery.Update;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.DeliveringWorld;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.Operations;
import org.statusevents.testkit.TestStore;
import org.statusevents.testkit.Waiting;

/// What [org.statusevents.application.delivering.Lanes] promises of settling lanes.
public interface LanesSettleContract {
  DeliveringWorld world();

  private LaneHand hand() {
    return new LaneHand(world().lanes());
  }

  /// A store with an order on each channel; it owes each one update.
  @CanIgnoreReturnValue
  private TestStore shop(Channel... channels) {
    TestStore shop = TestStore.shop(world(), channels);
    shop.imported(order("A-1"));
    return shop;
  }

  @CanIgnoreReturnValue
  private TestStore shop() {
    return shop(Channels.everyEvent("web"));
  }

  private static List<Long> positions(ClaimedLane lane) {
    return lane.updates().stream().map(Update::position).toList();
  }

  @Test
  default void anAcceptedUpdateIsNeverHandedOutAgain() {
    shop();
    hand().settle(Settlements.accepted(hand().claimOne(LaneHand.SHORT)));

    Waiting.pass(LaneHand.SHORT.multipliedBy(2));
    assertThat(hand().claim()).isEmpty();
  }

  @Test
  default void whatCameInMeanwhileIsDueAtOnce() {
    TestStore shop = shop();
    ClaimedLane lane = hand().claimOne();
    shop.recorded(Operations.operation("op-1", "A-1", Events.approved()));
    hand().settle(Settlements.accepted(lane));

    assertThat(positions(hand().claimOne())).containsExactly(2L);
  }

  @Test
  default void whatWasNotTriedInTimeIsDueAtOnceAndNoFailure() {
    TestStore shop = shop();
    shop.recorded(Operations.operation("op-1", "A-1", Events.approved()));
    hand().settle(Settlements.accepted(hand().claimOne(), 1, new LaneNext.OutOfTime()));

    ClaimedLane rest = hand().claimOne();

    assertThat(positions(rest)).containsExactly(2L);
    assertThat(rest.failures()).isZero();
  }

  @Test
  default void aFailedUpdateIsHandedOutAgainAfterItsDelayWithItsFailuresCounted() {
    shop();
    ClaimedLane first = hand().claimOne();
    hand().settle(Settlements.refused(first, new LaneNext.RetryAfter(Duration.ofMillis(5))));
    ClaimedLane second = hand().claimSoon();
    hand().settle(Settlements.refused(second, new LaneNext.RetryAfter(Duration.ofMillis(5))));
    ClaimedLane third = hand().claimSoon();

    assertThat(second.updates()).isEqualTo(first.updates());
    assertThat(second.failures()).isEqualTo(1);
    assertThat(second.failingFor()).isBetween(Duration.ofMillis(1), Duration.ofMinutes(1));
    assertThat(third.failures()).isEqualTo(2);
    assertThat(third.failingFor()).isGreaterThan(second.failingFor());
  }

  @Test
  default void aFailedUpdateHoldsBackTheLaterOnesOfItsOrder() {
    TestStore shop = shop();
    hand().settle(Settlements.refused(hand().claimOne(), new LaneNext.RetryAfter(LaneHand.LONG)));
    shop.recorded(Operations.operation("op-1", "A-1", Events.approved()));

    assertThat(hand().claim()).isEmpty();
  }

  @Test
  default void progressResetsTheFailuresToThoseOfTheUpdateThatFailedLast() {
    TestStore shop = shop();
    shop.recorded(Operations.operation("op-1", "A-1", Events.approved()));
    LaneNext soon = new LaneNext.RetryAfter(Duration.ofMillis(5));
    hand().settle(Settlements.refused(hand().claimOne(), soon));
    hand().settle(Settlements.refused(hand().claimSoon(), soon));
    hand().settle(Settlements.refusedAfter(hand().claimSoon(), 1, soon));

    ClaimedLane lane = hand().claimSoon();

    assertThat(positions(lane)).containsExactly(2L);
    assertThat(lane.failures()).isEqualTo(1);
  }

  @Test
  default void afterProgressWithoutAFailureNoFailuresAreLeft() {
    TestStore shop = shop();
    LaneNext soon = new LaneNext.RetryAfter(Duration.ofMillis(5));
    hand().settle(Settlements.refused(hand().claimOne(), soon));
    hand().settle(Settlements.accepted(hand().claimSoon()));
    shop.recorded(Operations.operation("op-1", "A-1", Events.approved()));

    ClaimedLane lane = hand().claimOne();

    assertThat(lane.failures()).isZero();
    assertThat(lane.failingFor()).isZero();
  }

  @Test
  default void aParkedLaneWaitsForAPersonWhateverElseIsOwed() {
    TestStore shop = shop();
    hand().park();
    shop.recorded(Operations.operation("op-1", "A-1", Events.approved()));

    Waiting.pass(LaneHand.SHORT);
    assertThat(hand().claim()).isEmpty();
  }

  @Test
  default void aParkedLaneDoesNotHoldBackOtherOrders() {
    TestStore shop = shop();
    hand().park();
    shop.imported(order("A-2"));

    assertThat(hand().claimOne().order().value()).isEqualTo("A-2");
  }

  @Test
  default void anUpdateBehindAcceptedOnesCanBeParked() {
    TestStore shop = shop();
    shop.recorded(Operations.operation("op-1", "A-1", Events.approved()));
    ClaimedLane lane = hand().claimOne();
    hand().settle(Settlements.refusedAfter(lane, 1, new LaneNext.Parked()));

    assertThat(hand().claim()).isEmpty();
    assertThat(world().settleParked().retry(shop.id(), lane.updates().getLast().id()))
        .isInstanceOf(ParkedOutcome.Settled.class);
    assertThat(positions(hand().claimOne())).containsExactly(2L);
  }

  @Test
  default void acceptingTheLatestStateSettlesAllThatItSupersedes() {
    TestStore shop = shop(Channels.latestState("cart"));
    shop.recorded(Operations.operation("op-1", "A-1", Events.approved()));
    hand().settle(Settlements.accepted(hand().claimOne(LaneHand.SHORT)));

    Waiting.pass(LaneHand.SHORT.multipliedBy(2));
    assertThat(hand().claim()).isEmpty();
  }

  @Test
  default void theLatestStateThatFailedIsFollowedByANewerOneThatStartsAfresh() {
    TestStore shop = shop(Channels.latestState("cart"));
    shop.recorded(Operations.operation("op-1", "A-1", Events.approved()));
    LaneNext soon = new LaneNext.RetryAfter(Duration.ofMillis(5));
    hand().settle(Settlements.refused(hand().claimOne(), soon));
    ClaimedLane again = hand().claimSoon();
    hand().settle(Settlements.refused(again, soon));
    shop.recorded(Operations.operation("op-2", "A-1", Events.paid()));
    ClaimedLane newer = hand().claimSoon();

    assertThat(positions(again)).containsExactly(2L);
    assertThat(again.failures()).isEqualTo(1);
    assertThat(again.updates().getFirst().supersedesFrom()).isEmpty();
    assertThat(positions(newer)).containsExactly(3L);
    assertThat(newer.updates().getFirst().supersedesFrom()).contains(2L);
    assertThat(newer.failures()).isZero();
    assertThat(newer.failingFor()).isZero();
  }

  @Test
  default void aNewerStateEndsTheWaitOfAParkedOne() {
    TestStore shop = shop(Channels.latestState("cart"));
    hand().park();
    assertThat(hand().claim()).isEmpty();
    shop.recorded(Operations.operation("op-1", "A-1", Events.approved()));

    ClaimedLane lane = hand().claimOne();

    assertThat(positions(lane)).containsExactly(2L);
    assertThat(lane.updates().getFirst().supersedesFrom()).contains(1L);
    assertThat(lane.failures()).isZero();
  }

  @Test
  default void aStateIsNotParkedWhenANewerOneCameInMeanwhile() {
    TestStore shop = shop(Channels.latestState("cart"));
    ClaimedLane lane = hand().claimOne();
    shop.recorded(Operations.operation("op-1", "A-1", Events.approved()));
    hand().settle(Settlements.refused(lane, new LaneNext.Parked()));

    ClaimedLane newer = hand().claimOne();

    assertThat(positions(newer)).containsExactly(2L);
    assertThat(newer.failures()).isZero();
  }

  @Test
  default void aChannelThatAskedToWaitIsPassedOverWithAllItsOrders() {
    TestStore shop = shop(Channels.everyEvent("cart"), Channels.everyEvent("web"));
    List<ClaimedLane> both = hand().claim();
    for (ClaimedLane lane : both) {
      boolean web = lane.channel().id().value().equals("web");
      hand()
          .settle(web ? Settlements.askedToWait(lane, LaneHand.LONG) : Settlements.accepted(lane));
    }
    shop.imported(order("A-2"));

    assertThat(hand().claim())
        .extracting(lane -> lane.channel().id().value() + " " + lane.order())
        .containsExactly("cart A-2");
  }

  @Test
  default void waitingForTheChannelIsNoFailure() {
    shop();
    Duration pause = Duration.ofMillis(5);
    hand().settle(Settlements.askedToWait(hand().claimOne(), pause));
    ClaimedLane first = hand().claimSoon();
    hand().settle(Settlements.refused(first, new LaneNext.RetryAfter(Duration.ofMillis(5))));
    hand().settle(Settlements.askedToWait(hand().claimSoon(), pause));
    ClaimedLane second = hand().claimSoon();

    assertThat(first.failures()).isZero();
    assertThat(second.failures()).isEqualTo(1);
  }

  @Test
  default void aLaneThatWasHandedOutAgainIsLeftAloneByItsFormerHolder() {
    shop();
    ClaimedLane lost = hand().claimOne(LaneHand.SHORT);
    ClaimedLane held = hand().claimSoon();

    assertThat(world().lanes().settle(List.of(Settlements.accepted(lost)))).containsExactly(false);
    hand().settle(Settlements.refused(held, new LaneNext.RetryAfter(Duration.ofMillis(5))));
    ClaimedLane again = hand().claimSoon();
    assertThat(positions(again)).containsExactly(1L);
    assertThat(again.failures()).isEqualTo(1);
  }

  @Test
  default void aLateSettlementCountsWhileNobodyElseGotTheLane() {
    shop();
    ClaimedLane late = hand().claimOne(Duration.ofMillis(1));
    Waiting.pass(Duration.ofMillis(5));

    assertThat(world().lanes().settle(List.of(Settlements.accepted(late)))).containsExactly(true);
    assertThat(hand().claim()).isEmpty();
  }

  @Test
  default void eachOfSeveralSettlementsIsRecordedOrNotByItself() {
    TestStore shop = shop();
    ClaimedLane lost = hand().claimOne(LaneHand.SHORT);
    ClaimedLane held = hand().claimSoon();
    shop.imported(order("A-2"));
    ClaimedLane second = hand().claimOne();
    shop.imported(order("A-3"));
    ClaimedLane third = hand().claimOne();
    List<LaneSettlement> settlements =
        List.of(
            Settlements.accepted(second),
            Settlements.accepted(lost),
            Settlements.refused(third, new LaneNext.RetryAfter(Duration.ofMillis(1))));

    assertThat(world().lanes().settle(settlements)).containsExactly(true, false, true);
    assertThat(hand().claimSoon().order().value()).isEqualTo("A-3");
    hand().settle(Settlements.accepted(held));
    assertThat(hand().claim()).isEmpty();
  }

  @Test
  default void settlingNothingRecordsNothing() {
    shop();

    assertThat(world().lanes().settle(List.of())).isEmpty();
    assertThat(hand().claim()).hasSize(1);
  }
}
