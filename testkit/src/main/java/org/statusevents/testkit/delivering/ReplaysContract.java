package org.statusevents.testkit.delivering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.testkit.OrderFixture.order;
import static org.statusevents.testkit.delivering.ReplayHand.ALL;
import static org.statusevents.testkit.delivering.ReplayHand.WEB;
import static org.statusevents.testkit.delivering.ReplayHand.ids;
import static org.statusevents.testkit.delivering.ReplayHand.range;
import static org.statusevents.testkit.delivering.ReplayHand.state;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.statusevents.application.delivering.ClaimedLane;
import org.statusevents.application.delivering.LaneSettlement.LaneNext;
import org.statusevents.application.delivering.Lanes;
import org.statusevents.application.delivering.ReplaySelection;
import org.statusevents.application.delivering.Replays;
import org.statusevents.application.delivering.Replays.ReplayRecord;
import org.statusevents.application.delivering.Replays.SetBack;
import org.statusevents.application.delivering.SettleParked.ParkedOutcome;
import org.statusevents.application.reading.LedgerEntry;
import org.statusevents.application.reading.PageRequest;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.ConfigurationChange;
import org.statusevents.domain.delivery.Update;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.ManualClock;
import org.statusevents.testkit.ReadingWorld;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.TestStore;
import org.statusevents.testkit.Waiting;

/// What [Replays] promises.
public interface ReplaysContract {
  ReadingWorld world();

  private LaneHand hand() {
    return new LaneHand(world().lanes());
  }

  private TestStore shop() {
    return TestStore.shop(world(), Channels.everyEvent("web"));
  }

  private ReplayHand replays() {
    return new ReplayHand(world());
  }

  private List<UpdateState> states(String order) {
    return world()
        .readLedger()
        .ofOrder(Stores.SHOP, new OrderNumber(order), PageRequest.first())
        .orElseThrow()
        .items()
        .stream()
        .filter(entry -> entry.channel().equals(Optional.of(WEB)))
        .map(LedgerEntry::state)
        .toList();
  }

  @Test
  default void fromTheFirstSelectedOnAllIsHandedOutAgainInOrderWithItsOldIdsAndTexts() {
    TestStore shop = shop();
    UpdateId first = TestStore.updateOf(shop.imported(order("A-1")));
    UpdateId second = shop.owed("op-1", "A-1", Events.approved());
    UpdateId third = shop.owed("op-2", "A-1", Events.paid());
    ClaimedLane before = hand().claimOne();
    hand().settle(Settlements.accepted(before));

    assertThat(replays().replay(ids(second))).isEqualTo(new SetBack(1, 2));

    ClaimedLane again = hand().claimOne();
    assertThat(ids(again)).containsExactly(second, third).doesNotContain(first);
    assertThat(again.updates()).allMatch(Update::replay);
    assertThat(again.updates())
        .extracting(Update::content)
        .isEqualTo(before.updates().subList(1, 3).stream().map(Update::content).toList());
    assertThat(again.failures()).isZero();
    hand().settle(Settlements.accepted(again));
    assertThat(hand().claim()).isEmpty();
  }

  @Test
  default void whatCameInSinceFollowsItsReplayedElders() {
    TestStore shop = shop();
    UpdateId first = TestStore.updateOf(shop.imported(order("A-1")));
    hand().acceptAll();
    SetBack _ = replays().replay(ALL);
    UpdateId newer = shop.owed("op-1", "A-1", Events.approved());

    ClaimedLane lane = hand().claimOne();

    assertThat(ids(lane)).containsExactly(first, newer);
    assertThat(lane.updates()).extracting(Update::replay).containsExactly(true, false);
    hand().settle(Settlements.accepted(lane));
    UpdateId newest = shop.owed("op-2", "A-1", Events.paid());
    ClaimedLane next = hand().claimOne();
    assertThat(ids(next)).containsExactly(newest);
    assertThat(next.updates()).noneMatch(Update::replay);
  }

  @Test
  default void whatWasAcceptedAndWaitsAgainIsOwedWithWhatHappenedBefore() {
    TestStore shop = shop();
    UpdateId id = TestStore.updateOf(shop.imported(order("A-1")));
    shop.owed("op-1", "A-1", Events.approved());
    hand().acceptAll();

    SetBack _ = replays().replay(ids(id));

    assertThat(states("A-1")).containsExactly(UpdateState.OWED, UpdateState.OWED);
    LedgerEntry entry =
        world()
            .readLedger()
            .updates(
                Stores.SHOP, Optional.of(UpdateState.OWED), Optional.of(WEB), PageRequest.first())
            .items()
            .getFirst();
    assertThat(entry.attempts()).isEqualTo(1);
    assertThat(entry.words()).contains(Settlements.ACCEPTED);
    assertThat(entry.nextAttemptAt()).isPresent();
    ClaimedLane lane = hand().claimOne();
    assertThat(states("A-1")).containsExactly(UpdateState.IN_DELIVERY, UpdateState.OWED);
    hand().settle(Settlements.accepted(lane, 1, new LaneNext.OutOfTime()));
    assertThat(states("A-1")).containsExactly(UpdateState.ACCEPTED, UpdateState.OWED);
    hand().acceptAll();
    assertThat(states("A-1")).containsExactly(UpdateState.ACCEPTED, UpdateState.ACCEPTED);
  }

  @Test
  default void aParkedUpdateIsTriedAgainWithoutBeingAReplay() {
    TestStore shop = shop();
    UpdateId id = TestStore.updateOf(shop.imported(order("A-1")));
    hand().park();

    assertThat(replays().replay(state(UpdateState.PARKED))).isEqualTo(new SetBack(1, 1));

    ClaimedLane lane = hand().claimOne();
    assertThat(ids(lane)).containsExactly(id);
    assertThat(lane.updates()).noneMatch(Update::replay);
    assertThat(lane.failures()).isZero();
    hand().settle(Settlements.accepted(lane));
    assertThat(world().settleParked().retry(shop.id(), id))
        .isEqualTo(new ParkedOutcome.NotParked(id));
  }

  @Test
  default void whatAPersonGaveUpIsOwedAgain() {
    TestStore shop = shop();
    UpdateId id = TestStore.updateOf(shop.imported(order("A-1")));
    hand().park();
    assertThat(world().settleParked().discard(shop.id(), id, "ben"))
        .isEqualTo(new ParkedOutcome.Settled());
    assertThat(states("A-1")).containsExactly(UpdateState.REFUSED);

    assertThat(replays().replay(state(UpdateState.REFUSED))).isEqualTo(new SetBack(1, 1));

    assertThat(states("A-1")).containsExactly(UpdateState.OWED);
    ClaimedLane lane = hand().claimOne();
    assertThat(ids(lane)).containsExactly(id);
    hand().settle(Settlements.accepted(lane));
    assertThat(states("A-1")).containsExactly(UpdateState.ACCEPTED);
  }

  @Test
  default void ofTheLatestStateOnlyTheNewestIsSentAgain() {
    TestStore shop = TestStore.shop(world(), Channels.latestState("web"));
    UpdateId first = TestStore.updateOf(shop.imported(order("A-1")));
    hand().acceptAll();
    UpdateId newest = shop.owed("op-1", "A-1", Events.approved());
    hand().acceptAll();

    assertThat(replays().replay(ids(first))).isEqualTo(new SetBack(1, 1));

    assertThat(states("A-1")).containsExactly(UpdateState.ACCEPTED, UpdateState.OWED);
    ClaimedLane lane = hand().claimOne();
    assertThat(ids(lane)).containsExactly(newest);
    assertThat(lane.updates()).allMatch(Update::replay);
    hand().settle(Settlements.accepted(lane));
    assertThat(hand().claim()).isEmpty();
  }

  @Test
  default void repeatedWhileItWaitsAReplayAddsNothing() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    hand().acceptAll();
    assertThat(replays().replay(ALL)).isEqualTo(new SetBack(1, 1));

    assertThat(replays().replay(ALL)).isEqualTo(SetBack.NOTHING);

    hand().acceptAll();
    assertThat(replays().replay(ALL)).isEqualTo(new SetBack(1, 1));
  }

  @Test
  default void aHolderOfALaneThatIsSetBackIsFenced() {
    TestStore shop = shop();
    UpdateId first = TestStore.updateOf(shop.imported(order("A-1")));
    hand().acceptAll();
    UpdateId second = shop.owed("op-1", "A-1", Events.approved());
    ClaimedLane held = hand().claimOne();

    assertThat(replays().replay(ids(first))).isEqualTo(new SetBack(1, 1));

    assertThat(world().lanes().settle(List.of(Settlements.accepted(held)))).containsExactly(false);
    assertThat(ids(hand().claimOne())).containsExactly(first, second);
  }

  @Test
  default void ofAChannelsRoomReplaysTakeAQuarterAndWhatIsNewTheRest() {
    TestStore shop = shop();
    for (int i = 1; i <= 20; i++) {
      shop.imported(order("old-" + i));
    }
    hand().acceptAll();
    assertThat(replays().replay(ALL)).isEqualTo(new SetBack(20, 20));
    for (int i = 1; i <= 20; i++) {
      shop.imported(order("new-" + i));
    }

    List<ClaimedLane> claimed =
        world().lanes().claim(new Lanes.Room(100, 8, Map.of()), LaneHand.LONG);

    assertThat(claimed).hasSize(8);
    assertThat(claimed).filteredOn(lane -> lane.updates().getFirst().replay()).hasSize(2);
  }

  @Test
  default void withLittleRoomReplaysHaveTheirTurnToo() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    hand().acceptAll();
    assertThat(replays().replay(ALL)).isEqualTo(new SetBack(1, 1));

    List<ClaimedLane> claimed =
        Waiting.until(
            () -> world().lanes().claim(new Lanes.Room(1, 1, Map.of()), LaneHand.LONG),
            lanes -> !lanes.isEmpty());

    assertThat(claimed.getFirst().updates()).allMatch(Update::replay);
  }

  @Test
  default void itIsKeptWhoReplayedWhatAndHowMuchThatWas() {
    TestStore shop = shop();
    UpdateId id = TestStore.updateOf(shop.imported(order("A-1")));
    shop.imported(order("A-2"));
    hand().acceptAll();
    ReplaySelection range = range(ManualClock.START, ManualClock.START.plusSeconds(60));
    SetBack _ = replays().replay(ids(id));
    Waiting.pass(Duration.ofMillis(2));
    SetBack _ = replays().replay(range);

    List<ReplayRecord> records = world().replays().latest(Stores.SHOP, WEB, 10);

    assertThat(records).extracting(ReplayRecord::actor).containsExactly("anna", "anna");
    assertThat(records).extracting(ReplayRecord::selection).containsExactly(range, ids(id));
    assertThat(records)
        .extracting(ReplayRecord::done)
        .containsExactly(new SetBack(1, 1), new SetBack(1, 1));
    assertThat(world().replays().latest(Stores.SHOP, WEB, 1)).hasSize(1);
    assertThat(world().replays().latest(Stores.OTHER, WEB, 10)).isEmpty();
  }

  @Test
  default void aChannelIsRemovedFromWhenItIsUntilItIsBack() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    hand().acceptAll();
    assertThat(world().replays().isRemoved(Stores.SHOP, WEB)).isFalse();
    assertThat(world().replays().isRemoved(Stores.SHOP, new ChannelId("never"))).isFalse();
    shop.change(new ConfigurationChange.RemoveChannel(WEB));
    assertThat(world().replays().isRemoved(Stores.SHOP, WEB)).isTrue();

    shop.change(new ConfigurationChange.SetChannel(Channels.everyEvent("web")));

    assertThat(world().replays().isRemoved(Stores.SHOP, WEB)).isFalse();
    assertThat(replays().replay(ALL)).as("what it had before").isEqualTo(new SetBack(1, 1));
  }
}
