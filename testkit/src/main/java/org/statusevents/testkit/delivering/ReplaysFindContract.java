package org.statusevents.testkit.delivering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.testkit.OrderFixture.order;
import static org.statusevents.testkit.delivering.ReplayHand.ALL;
import static org.statusevents.testkit.delivering.ReplayHand.WEB;
import static org.statusevents.testkit.delivering.ReplayHand.ids;
import static org.statusevents.testkit.delivering.ReplayHand.range;
import static org.statusevents.testkit.delivering.ReplayHand.state;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.statusevents.application.delivering.ClaimedLane;
import org.statusevents.application.delivering.ReplaySelection;
import org.statusevents.application.delivering.Replays;
import org.statusevents.application.delivering.Replays.LaneStart;
import org.statusevents.application.delivering.Replays.SetBack;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.ManualClock;
import org.statusevents.testkit.ReadingWorld;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.TestStore;

/// What [Replays] promises of what a selection finds.
public interface ReplaysFindContract {
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

    assertThat(replays().find(range(from, to)))
        .containsExactly(new LaneStart(new OrderNumber("A-1"), 2));
    assertThat(replays().find(range(ManualClock.START, from)))
        .containsExactly(new LaneStart(new OrderNumber("A-1"), 1));
    assertThat(replays().find(range(to, to.plusSeconds(1)))).hasSize(2);
    assertThat(replays().replay(range(from, to))).isEqualTo(new SetBack(1, 2));
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

    assertThat(replays().find(state(UpdateState.ACCEPTED)))
        .containsExactly(new LaneStart(new OrderNumber("A-1"), 1));
    assertThat(replays().find(state(UpdateState.PARKED)))
        .containsExactly(new LaneStart(new OrderNumber("A-2"), 1));
    assertThat(replays().find(state(UpdateState.OWED))).isEmpty();
    assertThat(replays().find(state(UpdateState.SUPERSEDED))).isEmpty();
    assertThat(replays().find(ALL))
        .extracting(LaneStart::order)
        .extracting(OrderNumber::value)
        .containsExactly("A-1", "A-2");
  }

  @Test
  default void supersededStatesAreSelectedAsSuch() {
    TestStore shop = TestStore.shop(world(), Channels.latestState("web"));
    shop.imported(order("A-1"));
    shop.owed("op-1", "A-1", Events.approved());
    hand().acceptAll();

    assertThat(replays().find(state(UpdateState.SUPERSEDED)))
        .containsExactly(new LaneStart(new OrderNumber("A-1"), 1));
    assertThat(replays().find(state(UpdateState.ACCEPTED)))
        .containsExactly(new LaneStart(new OrderNumber("A-1"), 2));
  }

  @Test
  default void onlyTheNamedOrdersAndTheNamedChannelAreSelected() {
    TestStore shop =
        TestStore.shop(world(), Channels.everyEvent("web"), Channels.everyEvent("cart"));
    shop.imported(order("A-1"));
    shop.imported(order("A-2"));
    hand().acceptAll();
    ReplaySelection one =
        new ReplaySelection.ByFilter(
            Optional.empty(),
            Optional.empty(),
            Set.of(new OrderNumber("A-2"), new OrderNumber("A-9")),
            Optional.empty());

    assertThat(replays().replay(one)).isEqualTo(new SetBack(1, 1));

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
  default void idsThatAreNoUpdatesOfTheChannelAreUnknown() {
    TestStore shop =
        TestStore.shop(world(), Channels.everyEvent("web"), Channels.everyEvent("cart"));
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
}
