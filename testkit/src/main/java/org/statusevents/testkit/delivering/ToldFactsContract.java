package org.statusevents.testkit.delivering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.testkit.OrderFixture.order;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.statusevents.application.delivering.ClaimedLane;
import org.statusevents.application.delivering.LaneSettlement.LaneNext;
import org.statusevents.application.delivering.SettleParked.ParkedOutcome;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.ConfigurationChange;
import org.statusevents.domain.decision.UpdateContents;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.DeliveringWorld;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.TestStore;

/// What [org.statusevents.application.recording.Orders] says that a channel was told of tracking
/// numbers and ship dates, in each state that a lane can be in (R30). No entry and 0 both mean
/// nothing.
public interface ToldFactsContract {
  ChannelId WEB = new ChannelId("web");

  DeliveringWorld world();

  private LaneHand hand() {
    return new LaneHand(world().lanes());
  }

  private TestStore shop(Channel channel) {
    TestStore shop = TestStore.shop(world(), channel);
    shop.imported(order("A-1"));
    hand().acceptAll();
    return shop;
  }

  private TestStore shop() {
    return shop(Channels.everyEvent("web"));
  }

  private static long told(TestStore shop) {
    return shop.known("A-1").toldFacts().getOrDefault(WEB, 0L);
  }

  @CanIgnoreReturnValue
  private static UpdateId owe(TestStore shop, String parcel) {
    return shop.owed("op-" + parcel, "A-1", Events.packed(), Events.tracked("UPS", parcel));
  }

  /// What the order would tell now.
  private static long facts(TestStore shop) {
    return UpdateContents.facts(shop.known("A-1").order(), shop.configuration());
  }

  @Test
  default void aChannelThatWasNeverOwedAnythingWasToldNothing() {
    TestStore shop = TestStore.shop(world(), Channels.paused(Channels.everyEvent("web")));
    shop.imported(order("A-1"));

    assertThat(told(shop)).isZero();
  }

  @Test
  default void whatIsOnItsWayCountsAsTold() {
    TestStore shop = shop();
    assertThat(told(shop)).isZero();
    owe(shop, "1Z1");

    assertThat(facts(shop)).isNotZero();
    assertThat(told(shop)).isEqualTo(facts(shop));
    assertThat(hand().claim()).hasSize(1);
    assertThat(told(shop)).isEqualTo(facts(shop));
  }

  @Test
  default void theNewestOfThoseOnTheirWayCounts() {
    TestStore shop = shop();
    owe(shop, "1Z1");
    owe(shop, "1Z2");

    assertThat(told(shop)).isEqualTo(facts(shop));
  }

  @Test
  default void whatWasAcceptedWasTold() {
    TestStore shop = shop();
    owe(shop, "1Z1");
    hand().settle(Settlements.accepted(hand().claimOne()));

    assertThat(told(shop)).isEqualTo(facts(shop));
  }

  @Test
  default void whatFailedAndIsTriedAgainIsStillOnItsWay() {
    TestStore shop = shop();
    owe(shop, "1Z1");
    hand()
        .settle(
            Settlements.refused(hand().claimOne(), new LaneNext.RetryAfter(Duration.ofHours(1))));

    assertThat(told(shop)).isEqualTo(facts(shop));
  }

  @Test
  default void whatIsParkedWasNotTold() {
    TestStore shop = shop();
    owe(shop, "1Z1");
    hand().settle(Settlements.accepted(hand().claimOne()));
    long accepted = facts(shop);
    owe(shop, "1Z2");
    hand().park();

    assertThat(facts(shop)).isNotEqualTo(accepted);
    assertThat(told(shop)).isEqualTo(accepted);
  }

  @Test
  default void whatWaitsBehindAParkedOneIsOnItsWay() {
    TestStore shop = shop();
    owe(shop, "1Z1");
    hand().park();
    owe(shop, "1Z2");

    assertThat(told(shop)).isEqualTo(facts(shop));
  }

  @Test
  default void whatIsTriedAgainByAPersonIsOnItsWay() {
    TestStore shop = shop();
    UpdateId parked = owe(shop, "1Z1");
    hand().park();
    assertThat(told(shop)).isZero();
    assertThat(world().settleParked().retry(shop.id(), parked))
        .isEqualTo(new ParkedOutcome.Settled());

    assertThat(told(shop)).isEqualTo(facts(shop));
  }

  @Test
  default void whatWasGivenUpWasNotTold() {
    TestStore shop = shop();
    UpdateId parked = owe(shop, "1Z1");
    hand().park();
    assertThat(world().settleParked().discard(shop.id(), parked, "anna"))
        .isEqualTo(new ParkedOutcome.Settled());

    assertThat(told(shop)).isZero();
  }

  @Test
  default void ofALaneThatParksBehindAcceptedOnesTheLastAcceptedWasTold() {
    TestStore shop = shop();
    owe(shop, "1Z1");
    long first = facts(shop);
    owe(shop, "1Z2");
    ClaimedLane lane = hand().claimOne();
    hand().settle(Settlements.refusedAfter(lane, 1, new LaneNext.Parked()));

    assertThat(told(shop)).isEqualTo(first);
  }

  @Test
  default void ofSupersededStatesTheAcceptedOneWasTold() {
    TestStore shop = shop(Channels.latestState("web"));
    owe(shop, "1Z1");
    owe(shop, "1Z2");
    hand().settle(Settlements.accepted(hand().claimOne()));

    assertThat(told(shop)).isEqualTo(facts(shop));
  }

  @Test
  default void aParkedLatestStateWasNotToldEither() {
    TestStore shop = shop(Channels.latestState("web"));
    owe(shop, "1Z1");
    owe(shop, "1Z2");
    hand().park();

    assertThat(told(shop)).isZero();
  }

  @Test
  default void whatOneChannelWasToldIsNotWhatAnotherWas() {
    TestStore shop = shop();
    owe(shop, "1Z1");
    long web = facts(shop);
    hand().acceptAll();
    shop.change(new ConfigurationChange.SetChannel(Channels.everyEvent("new")));

    assertThat(told(shop)).isEqualTo(web);
    assertThat(shop.known("A-1").toldFacts().getOrDefault(new ChannelId("new"), 0L)).isZero();
  }
}
