package org.statusevents.testkit.delivering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.testkit.OrderFixture.order;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.statusevents.application.delivering.ClaimedLane;
import org.statusevents.application.delivering.LaneSettlement.LaneNext;
import org.statusevents.application.delivering.Lanes;
import org.statusevents.application.delivering.ReplaySelection;
import org.statusevents.application.delivering.Replays;
import org.statusevents.application.delivering.Replays.LaneStart;
import org.statusevents.application.delivering.Replays.ReplayId;
import org.statusevents.application.delivering.Replays.ReplayRecord;
import org.statusevents.application.delivering.Replays.SetBack;
import org.statusevents.application.delivering.SettleParked.ParkedOutcome;
import org.statusevents.application.reading.LedgerEntry;
import org.statusevents.application.reading.PageRequest;
import org.statusevents.domain.channel.Channel;
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
  ChannelId WEB = new ChannelId("web");
  ReplaySelection ALL =
      new ReplaySelection.ByFilter(Optional.empty(), Optional.empty(), Set.of(), Optional.empty());

  ReadingWorld world();

  private LaneHand hand() {
    return new LaneHand(world().lanes());
  }

  private TestStore shop(Channel... channels) {
    return TestStore.create(world(), Stores.withDefaults(Stores.SHOP, channels));
  }

  private TestStore shop() {
    return shop(Channels.everyEvent("web"));
  }

  private List<LaneStart> find(ReplaySelection selection) {
    return world().replays().find(Stores.SHOP, WEB, selection, Optional.empty(), 100);
  }

  /// Sets back all that is selected, as one replay.
  private SetBack replay(ReplaySelection selection) {
    ReplayId replay = world().replays().begin(Stores.SHOP, WEB, selection, "anna");
    List<LaneStart> lanes = find(selection);
    return world()
        .transactions()
        .inTransaction(() -> world().replays().setBack(Stores.SHOP, replay, WEB, lanes));
  }

  private static ReplaySelection ids(UpdateId... ids) {
    return new ReplaySelection.ById(Set.of(ids));
  }

  private static ReplaySelection state(UpdateState state) {
    return new ReplaySelection.ByFilter(
        Optional.empty(), Optional.empty(), Set.of(), Optional.of(state));
  }

  private static ReplaySelection range(Instant from, Instant to) {
    return new ReplaySelection.ByFilter(
        Optional.of(from), Optional.of(to), Set.of(), Optional.empty());
  }

  private static List<UpdateId> ids(ClaimedLane lane) {
    return lane.updates().stream().map(Update::id).toList();
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

    assertThat(replay(ids(second))).isEqualTo(new SetBack(1, 2));

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
    SetBack _ = replay(ALL);
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

    SetBack _ = replay(ids(id));

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

    assertThat(replay(state(UpdateState.PARKED))).isEqualTo(new SetBack(1, 1));

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

    assertThat(replay(state(UpdateState.REFUSED))).isEqualTo(new SetBack(1, 1));

    assertThat(states("A-1")).containsExactly(UpdateState.OWED);
    ClaimedLane lane = hand().claimOne();
    assertThat(ids(lane)).containsExactly(id);
    hand().settle(Settlements.accepted(lane));
    assertThat(states("A-1")).containsExactly(UpdateState.ACCEPTED);
  }

  @Test
  default void ofTheLatestStateOnlyTheNewestIsSentAgain() {
    TestStore shop = shop(Channels.latestState("web"));
    UpdateId first = TestStore.updateOf(shop.imported(order("A-1")));
    hand().acceptAll();
    UpdateId newest = shop.owed("op-1", "A-1", Events.approved());
    hand().acceptAll();

    assertThat(replay(ids(first))).isEqualTo(new SetBack(1, 1));

    assertThat(states("A-1")).containsExactly(UpdateState.ACCEPTED, UpdateState.OWED);
    ClaimedLane lane = hand().claimOne();
    assertThat(ids(lane)).containsExactly(newest);
    assertThat(lane.updates()).allMatch(Update::replay);
    hand().settle(Settlements.accepted(lane));
    assertThat(hand().claim()).isEmpty();
  }

  @Test
  default void aRangeSelectsWhatWasOwedInItAndTakesWhatIsBehindAlong() {
    TestStore shop = shop();
    UpdateId early = TestStore.updateOf(shop.imported(order("A-1")));
    shop.clock().advance(Duration.ofHours(1));
    Instant from = shop.clock().instant();
    UpdateId within = shop.owed("op-1", "A-1", Events.approved());
    shop.clock().advance(Duration.ofHours(1));
    Instant to = shop.clock().instant();
    UpdateId late = shop.owed("op-2", "A-1", Events.paid());
    UpdateId other = TestStore.updateOf(shop.imported(order("A-2")));
    hand().acceptAll();

    assertThat(find(range(from, to))).containsExactly(new LaneStart(new OrderNumber("A-1"), 2));
    assertThat(find(range(ManualClock.START, from)))
        .containsExactly(new LaneStart(new OrderNumber("A-1"), 1));
    assertThat(find(range(to, to.plusSeconds(1)))).hasSize(2);
    assertThat(replay(range(from, to))).isEqualTo(new SetBack(1, 2));
    assertThat(ids(hand().claimOne())).containsExactly(within, late).doesNotContain(early, other);
  }

  @Test
  default void eachStateSelectsItsOwnAndWhatWaitsIsNeverSelected() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    hand().acceptAll();
    shop.imported(order("A-2"));
    hand().park();
    shop.imported(order("A-3"));

    assertThat(find(state(UpdateState.ACCEPTED)))
        .containsExactly(new LaneStart(new OrderNumber("A-1"), 1));
    assertThat(find(state(UpdateState.PARKED)))
        .containsExactly(new LaneStart(new OrderNumber("A-2"), 1));
    assertThat(find(state(UpdateState.OWED))).isEmpty();
    assertThat(find(state(UpdateState.SUPERSEDED))).isEmpty();
    assertThat(find(ALL))
        .extracting(LaneStart::order)
        .extracting(OrderNumber::value)
        .containsExactly("A-1", "A-2");
  }

  @Test
  default void supersededStatesAreSelectedAsSuch() {
    TestStore shop = shop(Channels.latestState("web"));
    shop.imported(order("A-1"));
    shop.owed("op-1", "A-1", Events.approved());
    hand().acceptAll();

    assertThat(find(state(UpdateState.SUPERSEDED)))
        .containsExactly(new LaneStart(new OrderNumber("A-1"), 1));
    assertThat(find(state(UpdateState.ACCEPTED)))
        .containsExactly(new LaneStart(new OrderNumber("A-1"), 2));
  }

  @Test
  default void onlyTheNamedOrdersAndTheNamedChannelAreSelected() {
    TestStore shop = shop(Channels.everyEvent("web"), Channels.everyEvent("cart"));
    shop.imported(order("A-1"));
    shop.imported(order("A-2"));
    hand().acceptAll();
    ReplaySelection one =
        new ReplaySelection.ByFilter(
            Optional.empty(),
            Optional.empty(),
            Set.of(new OrderNumber("A-2"), new OrderNumber("A-9")),
            Optional.empty());

    assertThat(replay(one)).isEqualTo(new SetBack(1, 1));

    ClaimedLane lane = hand().claimOne();
    assertThat(lane.order().value()).isEqualTo("A-2");
    assertThat(lane.channel().id()).isEqualTo(WEB);
  }

  @Test
  default void lanesComeByOrderNumberBehindTheOneToGoOnAfter() {
    TestStore shop = shop();
    for (String number : new String[] {"A-3", "A-1", "B-1", "A-2"}) {
      shop.imported(order(number));
    }
    hand().acceptAll();

    assertThat(world().replays().find(Stores.SHOP, WEB, ALL, Optional.empty(), 2))
        .extracting(start -> start.order().value())
        .containsExactly("A-1", "A-2");
    assertThat(
            world().replays().find(Stores.SHOP, WEB, ALL, Optional.of(new OrderNumber("A-2")), 100))
        .extracting(start -> start.order().value())
        .containsExactly("A-3", "B-1");
  }

  @Test
  default void repeatedWhileItWaitsAReplayAddsNothing() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    hand().acceptAll();
    assertThat(replay(ALL)).isEqualTo(new SetBack(1, 1));

    assertThat(replay(ALL)).isEqualTo(SetBack.NOTHING);

    hand().acceptAll();
    assertThat(replay(ALL)).isEqualTo(new SetBack(1, 1));
  }

  @Test
  default void aHolderOfALaneThatIsSetBackIsFenced() {
    TestStore shop = shop();
    UpdateId first = TestStore.updateOf(shop.imported(order("A-1")));
    hand().acceptAll();
    UpdateId second = shop.owed("op-1", "A-1", Events.approved());
    ClaimedLane held = hand().claimOne();

    assertThat(replay(ids(first))).isEqualTo(new SetBack(1, 1));

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
    assertThat(replay(ALL)).isEqualTo(new SetBack(20, 20));
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
    assertThat(replay(ALL)).isEqualTo(new SetBack(1, 1));

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
    SetBack _ = replay(ids(id));
    Waiting.pass(Duration.ofMillis(2));
    SetBack _ = replay(range);

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
  default void idsThatAreNoUpdatesOfTheChannelAreUnknown() {
    TestStore shop = shop(Channels.everyEvent("web"), Channels.everyEvent("cart"));
    Map<ChannelId, UpdateId> updates = new HashMap<>();
    shop.imported(order("A-1"))
        .orders()
        .getFirst()
        .channels()
        .forEach(receipt ->
            updates.put(receipt.channel().orElseThrow(), receipt.update().orElseThrow()));
    UpdateId own = updates.get(WEB);
    UpdateId others = updates.get(new ChannelId("cart"));
    UpdateId none = new UpdateId(new UUID(7, 7));
    Replays replays = world().replays();

    assertThat(replays.unknown(Stores.SHOP, WEB, Set.of(own, others, none)))
        .containsExactlyInAnyOrder(others, none);
    assertThat(replays.unknown(Stores.OTHER, WEB, Set.of(own))).containsExactly(own);
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
    assertThat(replay(ALL)).as("what it had before").isEqualTo(new SetBack(1, 1));
  }
}
