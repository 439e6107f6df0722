package org.statusevents.testkit.delivering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.testkit.OrderFixture.order;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.statusevents.application.channel.StoppedChannels.Stop;
import org.statusevents.application.delivering.ClaimedLane;
import org.statusevents.application.delivering.LaneSettlement.LaneNext;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.delivery.Reply;
import org.statusevents.domain.delivery.Update;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.DeliveringWorld;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.Operations;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.TestStore;

/// What [org.statusevents.application.channel.StoppedChannels] promises, together with the lanes of
/// the channels that are stopped.
public interface StoppedChannelsContract {
  ChannelId WEB = new ChannelId("web");
  LaneNext SOON = new LaneNext.RetryAfter(Duration.ofMillis(5));

  DeliveringWorld world();

  private LaneHand hand() {
    return new LaneHand(world().lanes());
  }

  @CanIgnoreReturnValue
  private TestStore shop(Channel... channels) {
    TestStore shop = TestStore.shop(world(), channels);
    shop.imported(order("A-1"));
    return shop;
  }

  /// A store whose one channel is stopped while it owes order A-1 an update.
  @CanIgnoreReturnValue
  private TestStore stoppedShop() {
    TestStore shop = shop(Channels.everyEvent("web"));
    hand().settle(Settlements.stopped(hand().claimOne(), "wrong password"));
    return shop;
  }

  private Stop stop() {
    return Optional.ofNullable(world().stoppedChannels().in(Stores.SHOP).get(WEB)).orElseThrow();
  }

  @Test
  default void aChannelIsNotStoppedUntilItIs() {
    shop(Channels.everyEvent("web"));

    assertThat(world().stoppedChannels().in(Stores.SHOP)).isEmpty();
    assertThat(world().stoppedChannels().in(Stores.OTHER)).isEmpty();
  }

  @Test
  default void aStoppedChannelTellsSinceWhenAndWhy() {
    Instant before = Instant.now().minusSeconds(60);
    stoppedShop();

    assertThat(world().stoppedChannels().in(Stores.SHOP)).containsOnlyKeys(WEB);
    assertThat(stop().words()).isEqualTo("wrong password");
    assertThat(stop().since()).isBetween(before, Instant.now().plusSeconds(60));
    assertThat(world().stoppedChannels().in(Stores.OTHER)).isEmpty();
  }

  @Test
  default void aStoppedChannelIsPassedOverWithAllItsOrdersAndTheOthersGoOn() {
    TestStore shop = shop(Channels.everyEvent("cart"), Channels.everyEvent("web"));
    for (ClaimedLane lane : hand().claim()) {
      boolean web = lane.channel().id().equals(WEB);
      hand().settle(web ? Settlements.stopped(lane, "no") : Settlements.accepted(lane));
    }
    shop.imported(order("A-2"));

    assertThat(hand().claim())
        .extracting(lane -> lane.channel().id().value() + " " + lane.order())
        .containsExactly("cart A-2");
  }

  @Test
  default void theSameChannelOfAnotherStoreGoesOn() {
    stoppedShop();
    TestStore other =
        TestStore.create(world(), Stores.withDefaults(Stores.OTHER, Channels.everyEvent("web")));
    other.imported(order("A-1"));

    assertThat(hand().claimOne().store()).isEqualTo(Stores.OTHER);
    world().stoppedChannels().release(Stores.OTHER, WEB);
    assertThat(world().stoppedChannels().in(Stores.SHOP)).containsOnlyKeys(WEB);
  }

  @Test
  default void aReleasedChannelGoesOnWithAllThatItIsOwed() {
    TestStore shop = stoppedShop();
    shop.recorded(Operations.operation("op-1", "A-1", Events.approved()));
    assertThat(hand().claim()).isEmpty();

    world().stoppedChannels().release(Stores.SHOP, WEB);

    assertThat(world().stoppedChannels().in(Stores.SHOP)).isEmpty();
    ClaimedLane lane = hand().claimOne();
    assertThat(lane.updates()).extracting(Update::position).containsExactly(1L, 2L);
    assertThat(lane.failures()).isZero();
    assertThat(lane.notAuthorized()).isZero();
    assertThat(lane.failingFor()).isZero();
  }

  @Test
  default void theLatestStateStaysOwedToo() {
    TestStore shop = shop(Channels.latestState("web"));
    shop.recorded(Operations.operation("op-1", "A-1", Events.approved()));
    hand().settle(Settlements.stopped(hand().claimOne(), "wrong password"));

    world().stoppedChannels().release(Stores.SHOP, WEB);

    assertThat(hand().claimOne().updates()).extracting(Update::position).containsExactly(2L);
  }

  @Test
  default void releasingWhatIsNotStoppedChangesNothing() {
    shop(Channels.everyEvent("web"));

    world().stoppedChannels().release(Stores.SHOP, WEB);
    world().stoppedChannels().release(Stores.SHOP, new ChannelId("unknown"));

    assertThat(world().stoppedChannels().in(Stores.SHOP)).isEmpty();
    assertThat(hand().claim()).hasSize(1);
  }

  @Test
  default void theFirstStopIsTheOneThatIsTold() {
    TestStore shop = shop(Channels.everyEvent("web"));
    shop.imported(order("A-2"));
    List<ClaimedLane> both = hand().claim();
    hand().settle(Settlements.stopped(both.getFirst(), "wrong password"));
    Stop first = stop();
    hand().settle(Settlements.stopped(both.getLast(), "another reason"));

    assertThat(stop()).isEqualTo(first);
  }

  @Test
  default void aChannelMayBeStoppedAndAskedToWaitAtOnce() {
    TestStore shop = shop(Channels.everyEvent("web"));
    shop.imported(order("A-2"));
    List<ClaimedLane> both = hand().claim();
    List<Boolean> settled =
        world()
            .lanes()
            .settle(
                List.of(
                    Settlements.askedToWait(both.getFirst(), LaneHand.LONG),
                    Settlements.stopped(both.getLast(), "wrong password")));
    assertThat(settled).containsExactly(true, true);
    assertThat(stop().words()).isEqualTo("wrong password");

    world().stoppedChannels().release(Stores.SHOP, WEB);

    assertThat(hand().claim()).isEmpty();
  }

  @Test
  default void whoLostTheLaneStopsNothing() {
    shop(Channels.everyEvent("web"));
    ClaimedLane lost = hand().claimOne(LaneHand.SHORT);
    ClaimedLane held = hand().claimSoon();

    assertThat(world().lanes().settle(List.of(Settlements.stopped(lost, "late"))))
        .containsExactly(false);
    assertThat(world().stoppedChannels().in(Stores.SHOP)).isEmpty();
    hand().settle(Settlements.accepted(held));
  }

  @Test
  default void anyWordsAreKept() {
    shop(Channels.everyEvent("web"));
    String words =
        "h\u00E9 \uD83D\uDE00 'quoted' ".repeat(200).substring(0, Reply.WORDS_LENGTH_MAX);
    hand().settle(Settlements.stopped(hand().claimOne(), words));

    assertThat(stop().words()).isEqualTo(words);
  }

  @Test
  default void answersThatDoNotKnowUsAreCountedInARow() {
    shop(Channels.everyEvent("web"));
    hand().settle(Settlements.notAuthorized(hand().claimOne(), SOON));
    ClaimedLane once = hand().claimSoon();
    hand().settle(Settlements.notAuthorized(once, SOON));
    ClaimedLane twice = hand().claimSoon();
    hand().settle(Settlements.refused(twice, SOON));
    ClaimedLane interrupted = hand().claimSoon();
    hand().settle(Settlements.notAuthorized(interrupted, SOON));
    ClaimedLane again = hand().claimSoon();

    assertThat(List.of(once, twice, interrupted, again))
        .extracting(ClaimedLane::notAuthorized)
        .containsExactly(1, 2, 0, 1);
    assertThat(List.of(once, twice, interrupted, again))
        .extracting(ClaimedLane::failures)
        .containsExactly(1, 2, 3, 4);
  }

  @Test
  default void aNewerUpdateBeginsTheRowAfresh() {
    TestStore shop = shop(Channels.latestState("web"));
    hand().settle(Settlements.notAuthorized(hand().claimOne(), SOON));
    shop.recorded(Operations.operation("op-1", "A-1", Events.approved()));

    assertThat(hand().claimSoon().notAuthorized()).isZero();
  }

  @Test
  default void afterAReleaseTheRowBeginsAfresh() {
    shop(Channels.everyEvent("web"));
    hand().settle(Settlements.notAuthorized(hand().claimOne(), SOON));
    hand().settle(Settlements.notAuthorized(hand().claimSoon(), SOON));
    hand().settle(Settlements.stopped(hand().claimSoon(), "wrong password"));
    world().stoppedChannels().release(Stores.SHOP, WEB);
    ClaimedLane released = hand().claimOne();
    hand().settle(Settlements.notAuthorized(released, SOON));

    assertThat(released.notAuthorized()).isZero();
    assertThat(hand().claimSoon().notAuthorized()).isEqualTo(1);
  }
}
