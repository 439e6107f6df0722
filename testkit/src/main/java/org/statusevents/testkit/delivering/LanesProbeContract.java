package org.statusevents.testkit.delivering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.testkit.OrderFixture.order;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.statusevents.application.channel.StoppedChannels.Away;
import org.statusevents.application.delivering.ClaimedLane;
import org.statusevents.application.delivering.Lanes;
import org.statusevents.application.delivering.Lanes.ChannelKey;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.testkit.AtOnce;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.DeliveringWorld;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.TestStore;

/// Channels whose breaker is open: one probe at a time, whoever asks (section 4.7 of intake and
/// delivery).
public interface LanesProbeContract {
  ChannelId AWAY = new ChannelId("web");
  Duration NONE = Duration.ZERO;

  DeliveringWorld world();

  private LaneHand hand() {
    return new LaneHand(world().lanes());
  }

  /// A store that owes each channel updates of three orders.
  @CanIgnoreReturnValue
  private TestStore shop(Channel... channels) {
    TestStore shop = TestStore.shop(world(), channels);
    for (int i = 1; i <= 3; i++) {
      shop.imported(order("A-" + i).withLines(1));
    }
    return shop;
  }

  /// As [#shop], of one channel whose breaker the first order's lane opened.
  @CanIgnoreReturnValue
  private TestStore openShop(Duration rest) {
    TestStore shop = shop(Channels.everyEvent("web"));
    hand().settle(Settlements.opened(oneOfMany(), rest));
    return shop;
  }

  private ClaimedLane oneOfMany() {
    return world().lanes().claim(new Lanes.Room(1, 1, Map.of()), LaneHand.LONG).getFirst();
  }

  private Away away() {
    return Optional.ofNullable(world().stoppedChannels().away(Stores.SHOP).get(AWAY)).orElseThrow();
  }

  @Test
  default void anOpenChannelIsPassedOverWithAllItsOrdersAndTheOthersGoOn() {
    TestStore shop = shop(Channels.everyEvent("cart"), Channels.everyEvent("web"));
    for (ClaimedLane lane : hand().claim()) {
      boolean web = lane.channel().id().equals(AWAY);
      hand().settle(web ? Settlements.opened(lane, LaneHand.LONG) : Settlements.accepted(lane));
    }
    shop.imported(order("A-4"));

    assertThat(hand().claim())
        .extracting(lane -> lane.channel().id().value() + " " + lane.order())
        .containsExactly("cart A-4");
  }

  @Test
  default void anOpenChannelTellsSinceWhenWhyAndWhenItIsTriedNext() {
    Instant before = Instant.now().minusSeconds(60);
    openShop(LaneHand.LONG);

    assertThat(world().stoppedChannels().away(Stores.SHOP)).containsOnlyKeys(AWAY);
    assertThat(away().since()).isBetween(before, Instant.now().plusSeconds(60));
    assertThat(away().openings()).isEqualTo(1);
    assertThat(away().nextTryAt()).isEqualTo(away().since().plus(LaneHand.LONG));
    assertThat(away().words()).isEqualTo(Settlements.AWAY);
    assertThat(world().stoppedChannels().away(Stores.OTHER)).isEmpty();
    assertThat(world().stoppedChannels().in(Stores.SHOP)).isEmpty();
  }

  @Test
  default void whenItsRestIsOverOneLaneIsHandedOutAndNoOtherOne() {
    openShop(NONE);

    ClaimedLane probe = hand().claimOne();

    assertThat(probe.isProbe()).isTrue();
    assertThat(probe.openings()).isEqualTo(1);
    assertThat(hand().claim()).isEmpty();
    assertThat(away().nextTryAt()).isAfter(away().since().plusSeconds(60));
  }

  @Test
  default void aProbeThatIsAnsweredClosesTheBreakerForAll() {
    openShop(NONE);
    hand().settle(Settlements.closed(hand().claimOne()));

    assertThat(world().stoppedChannels().away(Stores.SHOP)).isEmpty();
    assertThat(hand().claim()).hasSize(2).noneMatch(ClaimedLane::isProbe);
  }

  @Test
  default void aProbeThatFailsOpensTheBreakerOnceMore() {
    openShop(NONE);
    Away first = away();
    hand().settle(Settlements.opened(hand().claimOne(), LaneHand.LONG));

    assertThat(away().openings()).isEqualTo(2);
    assertThat(away().since()).isEqualTo(first.since());
    assertThat(away().nextTryAt()).isAfter(first.nextTryAt().plusSeconds(60));
    assertThat(hand().claim()).isEmpty();
  }

  @Test
  default void aProbeWhoseNodeDiedIsFollowedByAnother() {
    openShop(NONE);
    ClaimedLane lost = hand().claimOne(LaneHand.SHORT);

    ClaimedLane next = hand().claimSoon();

    assertThat(lost.isProbe()).isTrue();
    assertThat(next.isProbe()).isTrue();
    assertThat(hand().claim()).isEmpty();
  }

  @Test
  default void nodesThatSeeTheSameOutageOpenTheBreakerOnce() {
    shop(Channels.everyEvent("web"));
    List<ClaimedLane> all = hand().claim();
    hand().settle(Settlements.opened(all.getFirst(), LaneHand.LONG));
    Away first = away();

    List<Boolean> settled =
        world()
            .lanes()
            .settle(
                all.stream()
                    .skip(1)
                    .map(lane -> Settlements.opened(lane, Duration.ofDays(1)))
                    .toList());

    assertThat(settled).containsExactly(true, true);
    assertThat(away()).isEqualTo(first);
  }

  @Test
  default void aLaneThatWasInHandWhenTheBreakerOpenedIsSettledAndDoesNotCloseIt() {
    shop(Channels.everyEvent("web"));
    List<ClaimedLane> all = hand().claim();
    hand().settle(Settlements.opened(all.get(0), NONE));
    hand().settle(Settlements.accepted(all.get(1)));
    hand().settle(Settlements.closed(all.get(2)));

    assertThat(away().openings()).isEqualTo(1);
    assertThat(hand().claimSoon().order()).isEqualTo(all.get(0).order());
  }

  @Test
  default void whereNoLaneIsDueNoProbeIsUsedUp() {
    TestStore shop = TestStore.shop(world(), Channels.everyEvent("web"));
    shop.imported(order("A-1"));
    hand().settle(Settlements.opened(hand().claimOne(), NONE, LaneHand.LONG));
    Away opened = away();

    assertThat(hand().claim()).isEmpty();
    assertThat(away()).isEqualTo(opened);
    shop.imported(order("A-2"));
    assertThat(hand().claimOne().isProbe()).isTrue();
  }

  @Test
  default void aChannelWithoutRoomIsNotProbed() {
    openShop(NONE);
    Away opened = away();
    ChannelKey web = new ChannelKey(Stores.SHOP, AWAY);

    assertThat(world().lanes().claim(new Lanes.Room(10, 10, Map.of(web, 0)), LaneHand.LONG))
        .isEmpty();
    assertThat(away()).isEqualTo(opened);
    assertThat(world().lanes().claim(new Lanes.Room(10, 10, Map.of(web, 8)), LaneHand.LONG))
        .hasSize(1);
  }

  @Test
  default void lanesBehindAnOpenBreakerKeepTheirDueTimeAndCountNothing() {
    openShop(LaneHand.LONG);
    assertThat(hand().claim()).isEmpty();

    world().stoppedChannels().release(Stores.SHOP, AWAY);

    assertThat(world().stoppedChannels().away(Stores.SHOP)).isEmpty();
    List<ClaimedLane> rest = hand().claim();
    assertThat(rest)
        .filteredOn(lane -> !lane.order().value().equals("A-1"))
        .hasSize(2)
        .allMatch(lane -> lane.failures() == 0 && lane.leaseToken() == 1 && !lane.isProbe());
  }

  @Test
  default void aProbeThatIsLateFindsTheBreakerReleasedAndLeavesItSo() {
    openShop(NONE);
    ClaimedLane late = hand().claimOne();
    world().stoppedChannels().release(Stores.SHOP, AWAY);

    hand().settle(Settlements.opened(late, LaneHand.LONG));

    assertThat(world().stoppedChannels().away(Stores.SHOP)).isEmpty();
  }

  @Test
  default void whoLostTheLaneOpensNothing() {
    TestStore shop = TestStore.shop(world(), Channels.everyEvent("web"));
    shop.imported(order("A-1"));
    ClaimedLane lost = hand().claimOne(LaneHand.SHORT);
    ClaimedLane held = hand().claimSoon();

    assertThat(world().lanes().settle(List.of(Settlements.opened(lost, LaneHand.LONG))))
        .containsExactly(false);
    assertThat(world().stoppedChannels().away(Stores.SHOP)).isEmpty();
    hand().settle(Settlements.accepted(held));
  }

  @Test
  default void theSameChannelOfAnotherStoreGoesOn() {
    openShop(LaneHand.LONG);
    TestStore other =
        TestStore.create(world(), Stores.withDefaults(Stores.OTHER, Channels.everyEvent("web")));
    other.imported(order("A-1"));

    assertThat(hand().claimOne().store()).isEqualTo(Stores.OTHER);
  }

  @Test
  default void manyThreadsGetOneProbeOfEachWindow()
      throws ExecutionException, InterruptedException {
    openShop(NONE);
    for (int window = 1; window <= 10; window++) {
      List<ClaimedLane> probes =
          AtOnce.call(6, _ -> List.of(hand().claim(), hand().claim(), hand().claim())).stream()
              .flatMap(List::stream)
              .flatMap(List::stream)
              .toList();
      assertThat(probes).as("window " + window).hasSize(1);
      assertThat(probes.getFirst().openings()).isEqualTo(window);
      hand().settle(Settlements.opened(probes.getFirst(), NONE));
    }
  }
}
