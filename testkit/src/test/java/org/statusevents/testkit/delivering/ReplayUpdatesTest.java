package org.statusevents.testkit.delivering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.testkit.OrderFixture.order;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.statusevents.application.delivering.Delivering;
import org.statusevents.application.delivering.ReplaySelection;
import org.statusevents.application.delivering.ReplayUpdates;
import org.statusevents.application.delivering.ReplayUpdates.ReplayOutcome;
import org.statusevents.application.delivering.Replays;
import org.statusevents.application.delivering.Replays.ReplayRecord;
import org.statusevents.application.delivering.Replays.SetBack;
import org.statusevents.application.reading.LedgerEntry;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.ConfigurationChange;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.delivery.Reply;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.TestStore;

/// A receiver that lost what it had gets it again.
final class ReplayUpdatesTest {
  private static final ChannelId WEB = new ChannelId("web");
  private static final String ANNA = "anna";

  private final DeliveryHouse house = new DeliveryHouse(Channels.everyEvent("web"));

  private ReplayUpdates replayUpdates(Replays replays) {
    return Delivering.replayUpdates(
        house.storage.transactions(), house.storage.configurations(), replays, house.clock);
  }

  private ReplayOutcome replay(ReplaySelection selection) {
    return replayUpdates(house.storage.replays())
        .replay(Stores.SHOP, WEB, selection, Optional.empty(), ANNA);
  }

  private static ReplaySelection since(Instant from) {
    return new ReplaySelection.ByFilter(
        Optional.of(from), Optional.empty(), Set.of(), Optional.empty());
  }

  private static ReplaySelection between(Instant from, Instant to) {
    return new ReplaySelection.ByFilter(
        Optional.of(from), Optional.of(to), Set.of(), Optional.empty());
  }

  private static SetBack done(ReplayOutcome outcome) {
    assertThat(outcome).isInstanceOf(ReplayOutcome.Replayed.class);
    return ((ReplayOutcome.Replayed) outcome).done();
  }

  @Test
  void everythingSinceATimeGoesOutAgainInOrderPerOrderBeforeWhatCameInSince() {
    UpdateId first = TestStore.updateOf(house.shop.imported(order("A-1")));
    UpdateId second = house.shop.owed("op-1", "A-1", Events.approved());
    house.sendAllDue();
    house.clock.advance(Duration.ofMinutes(10));

    assertThat(done(replay(since(house.shop.clock().instant())))).isEqualTo(new SetBack(1, 2));

    UpdateId third = house.shop.owed("op-2", "A-1", Events.paid());
    house.sendAllDue();
    assertThat(house.sentIds()).containsExactly(first, second, first, second, third);
    assertThat(house.states("A-1")).containsOnly(UpdateState.ACCEPTED);
    assertThat(house.ledger("A-1")).extracting(LedgerEntry::attempts).containsExactly(2, 2, 1);
  }

  @Test
  void aParkedUpdateIsTriedAgainWithItsOldIdAndAFreshCount() {
    UpdateId id = TestStore.updateOf(house.shop.imported(order("A-1")));
    house.cart.answerNext(new Reply.Blocked("address not allowed"));
    house.sendAllDue();
    assertThat(house.states("A-1")).containsExactly(UpdateState.PARKED);

    assertThat(done(replay(new ReplaySelection.ById(Set.of(id))))).isEqualTo(new SetBack(1, 1));

    house.sendAllDue();
    assertThat(house.sentIds()).containsExactly(id, id);
    assertThat(house.states("A-1")).containsExactly(UpdateState.ACCEPTED);
  }

  @Test
  void moreThanATransactionTakesIsOneReplayAllTheSame() {
    int orders = Replays.LANES_MAX + 200;
    for (int i = 0; i < orders; i++) {
      house.shop.imported(order("A-" + i));
    }
    house.sendAllDue();
    house.clock.advance(Duration.ofMinutes(1));

    assertThat(done(replay(since(house.shop.clock().instant()))))
        .isEqualTo(new SetBack(orders, orders));

    assertThat(house.storage.replays().latest(Stores.SHOP, WEB, 10))
        .singleElement()
        .extracting(ReplayRecord::actor, ReplayRecord::done)
        .containsExactly(ANNA, new SetBack(orders, orders));
  }

  @Test
  void whatCannotBeSelectedIsRefusedByItsName() {
    Instant now = house.clock.instant();
    UpdateId unknown = new UpdateId(new UUID(1, 1));

    assertThat(replay(new ReplaySelection.ById(Set.of(unknown))))
        .isEqualTo(new ReplayOutcome.UpdatesUnknown(Set.of(unknown)));
    assertThat(replay(between(now, now))).isEqualTo(new ReplayOutcome.RangeEmpty());
    assertThat(replay(since(now))).isEqualTo(new ReplayOutcome.RangeEmpty());
    assertThat(replay(since(now.minus(ReplayUpdates.RANGE_MAX).minusSeconds(1))))
        .isEqualTo(new ReplayOutcome.RangeTooWide());
    assertThat(done(replay(since(now.minus(ReplayUpdates.RANGE_MAX))))).isEqualTo(SetBack.NOTHING);
  }

  @Test
  void whereNothingCanBeSentToIsSaid() {
    ReplaySelection some = since(house.clock.instant().minusSeconds(60));
    ReplayUpdates replayUpdates = replayUpdates(house.storage.replays());
    ChannelId never = new ChannelId("never");
    StoreId nowhere = new StoreId("nowhere");

    assertThat(replayUpdates.replay(Stores.SHOP, never, some, Optional.empty(), ANNA))
        .isEqualTo(new ReplayOutcome.ChannelUnknown(never));
    assertThat(replayUpdates.replay(nowhere, WEB, some, Optional.empty(), ANNA))
        .isEqualTo(new ReplayOutcome.StoreUnknown(nowhere));
    house.shop.change(new ConfigurationChange.RemoveChannel(WEB));
    assertThat(replay(some)).isEqualTo(new ReplayOutcome.ChannelRemoved(WEB));
  }

  @Test
  void aChannelThatIsRemovedMeanwhileIsLeftAlone() {
    UpdateId id = TestStore.updateOf(house.shop.imported(order("A-1")));
    house.sendAllDue();
    ReplayUpdates late = replayUpdates(new RemovingReplays(house.storage.replays()));

    assertThat(
            late.replay(
                Stores.SHOP, WEB, new ReplaySelection.ById(Set.of(id)), Optional.empty(), ANNA))
        .isEqualTo(new ReplayOutcome.ChannelRemoved(WEB));

    assertThat(house.entry(id).state()).isEqualTo(UpdateState.ACCEPTED);
  }

  /// Somebody removes the channel when a replay has just begun.
  private final class RemovingReplays implements Replays {
    private final Replays inner;

    RemovingReplays(Replays inner) {
      this.inner = inner;
    }

    @Override
    public boolean isRemoved(StoreId store, ChannelId channel) {
      return inner.isRemoved(store, channel);
    }

    @Override
    public Set<UpdateId> unknown(StoreId store, ChannelId channel, Set<UpdateId> updates) {
      return inner.unknown(store, channel, updates);
    }

    @Override
    public List<LaneStart> find(
        StoreId store,
        ChannelId channel,
        ReplaySelection selection,
        Optional<OrderNumber> after,
        int lanesMax) {
      return inner.find(store, channel, selection, after, lanesMax);
    }

    @Override
    public ReplayId begin(
        StoreId store, ChannelId channel, ReplaySelection selection, String actor) {
      house.shop.change(new ConfigurationChange.RemoveChannel(channel));
      return inner.begin(store, channel, selection, actor);
    }

    @Override
    public SetBack setBack(
        StoreId store, ReplayId replay, ChannelId channel, List<LaneStart> lanes) {
      return inner.setBack(store, replay, channel, lanes);
    }

    @Override
    public List<ReplayRecord> latest(StoreId store, ChannelId channel, int limit) {
      return inner.latest(store, channel, limit);
    }
  }
}
