package org.statusevents.testkit.delivering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.statusevents.testkit.OrderFixture.order;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.statusevents.application.channel.CartChannels;
import org.statusevents.application.channel.StoppedChannels.Away;
import org.statusevents.application.configuring.Configuring;
import org.statusevents.application.configuring.PutChannel.ChannelDraft;
import org.statusevents.application.configuring.PutChannel.PutChannelOutcome;
import org.statusevents.application.delivering.ClaimedLane;
import org.statusevents.application.delivering.DeliverUpdates;
import org.statusevents.application.delivering.DeliverUpdates.DeliveryReport;
import org.statusevents.application.delivering.Delivering;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.delivery.RecentCalls;
import org.statusevents.domain.delivery.Reply;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.TestStore;

/// A receiver that is away costs a call now and then, not a try of every order (section 4.7 of
/// intake and delivery).
final class BreakerTest {
  private static final ChannelId WEB = new ChannelId("web");
  private static final Reply AWAY = new Reply.Unavailable("connection refused");
  private static final Reply BACK = new Reply.Accepted("OK");

  private final DeliveryHouse house = new DeliveryHouse(Channels.everyEvent("web"));

  /// One node, which remembers its calls.
  private final DeliverUpdates node = house.deliverUpdates(house.storage.lanes());

  private DeliveryReport deliver(ClaimedLane lane) {
    return node.deliver(lane, house.clock.nanos().getAsLong());
  }

  private List<DeliveryReport> deliverDue() {
    return house.claim().stream().map(this::deliver).toList();
  }

  private Optional<Away> away() {
    return Optional.ofNullable(house.storage.stoppedChannels().away(Stores.SHOP).get(WEB));
  }

  private void importOrders(int from, int to) {
    for (int i = from; i <= to; i++) {
      house.shop.imported(order("A-" + i).withLines(1));
    }
  }

  /// Five orders were tried in vain and fifteen more wait.
  private void openWithMoreWaiting() {
    house.cart.answer(_ -> AWAY);
    importOrders(1, 5);
    assertThat(deliverDue()).hasSize(5);
    importOrders(6, 20);
  }

  @Test
  void theFifthFailureInARowLeavesTheChannelInPeaceWithWordsForPeople() {
    house.cart.answer(_ -> AWAY);
    importOrders(1, 4);
    deliverDue();
    assertThat(away()).isEmpty();

    importOrders(5, 5);
    deliverDue();

    Instant now = house.clock.instant();
    assertThat(away())
        .contains(
            new Away(
                now,
                1,
                now.plusMillis(500),
                "The receiver is away, slow or broken. The last try: connection refused"));
    importOrders(6, 6);
    assertThat(deliverDue()).isEmpty();
  }

  @Test
  void failuresOfManyOrdersCountTogetherAndThoseOfAnotherChannelDoNot() {
    DeliveryHouse two = new DeliveryHouse(Channels.everyEvent("cart"), Channels.everyEvent("web"));
    two.cart.answer(update -> update.channel().equals(WEB) ? AWAY : BACK);
    DeliverUpdates sender = two.deliverUpdates(two.storage.lanes());
    for (int i = 1; i <= 5; i++) {
      two.shop.imported(order("A-" + i));
    }
    for (ClaimedLane lane : two.claim()) {
      var _ = sender.deliver(lane, two.clock.nanos().getAsLong());
    }

    assertThat(two.storage.stoppedChannels().away(Stores.SHOP)).containsOnlyKeys(WEB);
  }

  @Test
  void whatTheReceiverSaysOfUpdatesNeverOpensIt() {
    house.cart.answer(_ -> new Reply.Refused("unknown order"));
    importOrders(1, 30);
    deliverDue();
    house.cart.answer(_ -> new Reply.Blocked("address not allowed"));
    house.clock.advance(Duration.ofMinutes(1));
    deliverDue();

    assertThat(away()).isEmpty();
  }

  @Test
  void whileItIsAwayOneOrderTriesAtATimeAndTheOthersCountNothing() {
    openWithMoreWaiting();
    int before = house.cart.sent().size();

    house.clock.advance(RecentCalls.rest(1));
    assertThat(deliverDue()).hasSize(1);
    assertThat(deliverDue()).isEmpty();
    house.clock.advance(RecentCalls.rest(2).minusMillis(1));
    assertThat(deliverDue()).isEmpty();
    house.clock.advance(Duration.ofMillis(1));
    assertThat(deliverDue()).hasSize(1);

    assertThat(house.cart.sent()).hasSize(before + 2);
    assertThat(away().orElseThrow().openings()).isEqualTo(3);
    assertThat(house.ledger("A-20").getFirst().attempts()).isZero();
    assertThat(house.states("A-20")).containsExactly(UpdateState.OWED);
  }

  @Test
  void aDayOfAnOutageCostsACallEachFiveMinutesHoweverManyOrdersWait() {
    openWithMoreWaiting();
    for (int seconds = 0; seconds < 86_400; seconds += 5) {
      house.clock.advance(Duration.ofSeconds(5));
      deliverDue();
    }

    assertThat(house.cart.sent().size()).isBetween(290, 305);
  }

  @Test
  void theFirstAnswerLetsAllGoOn() {
    openWithMoreWaiting();
    house.cart.answer(_ -> BACK);
    house.clock.advance(RecentCalls.rest(1));

    assertThat(deliverDue())
        .containsExactly(new DeliveryReport(1, false, true, 1, 0, false, Optional.empty()));
    assertThat(away()).isEmpty();
    assertThat(deliverDue()).hasSize(14).noneMatch(DeliveryReport::back);
    house.shop.owed("op-1", "A-1", Events.approved());
    house.clock.advance(Duration.ofSeconds(2));
    assertThat(deliverDue()).hasSize(5);
    assertThat(house.states("A-1")).containsOnly(UpdateState.ACCEPTED).hasSize(2);
    assertThat(house.states("A-20")).containsExactly(UpdateState.ACCEPTED);
  }

  @Test
  void aReceiverThatWasAwayForLongerThanTheShortRestsIsReportedAsBack() {
    openWithMoreWaiting();
    for (int openings = 1; openings <= RecentCalls.SHORT_RESTS; openings++) {
      house.clock.advance(RecentCalls.rest(openings));
      assertThat(deliverDue())
          .extracting(DeliveryReport::back, DeliveryReport::again)
          .containsExactly(tuple(false, Optional.of(RecentCalls.rest(openings + 1))));
    }
    house.cart.answer(_ -> BACK);
    house.clock.advance(RecentCalls.rest(RecentCalls.SHORT_RESTS + 1));

    assertThat(deliverDue()).extracting(DeliveryReport::back).containsExactly(true);
  }

  @Test
  void aRefusalShowsTooThatTheReceiverIsBack() {
    openWithMoreWaiting();
    house.cart.answer(_ -> new Reply.Refused("unknown order"));
    house.clock.advance(Duration.ofSeconds(5));
    deliverDue();

    assertThat(away()).isEmpty();
  }

  @Test
  void aProbeThatWasNotSentInTimeSaysNothing() {
    openWithMoreWaiting();
    house.clock.advance(Duration.ofSeconds(5));
    ClaimedLane probe = house.claim().getFirst();
    long claimedAt = house.clock.nanos().getAsLong();
    house.clock.advance(Duration.ofSeconds(21));

    assertThat(node.deliver(probe, claimedAt).sent()).isZero();

    assertThat(away().orElseThrow().openings()).isEqualTo(1);
    house.clock.advance(DeliveryHouse.LEASE);
    assertThat(deliverDue()).hasSize(1);
  }

  @Test
  void whoSavesTheChannelOrSeesItsTestCallSucceedHasItTriedAtOnce() {
    CartChannels adapters = new CartChannels(List.of(house.cart));
    openWithMoreWaiting();

    assertThat(
            Configuring.putChannel(
                    house.storage.transactions(),
                    house.storage.configurations(),
                    house.storage.channelSecrets(),
                    adapters,
                    house.storage.stoppedChannels(),
                    house.clock)
                .put(
                    Stores.SHOP,
                    new ChannelDraft(Channels.everyEvent("web"), Optional.empty(), Map.of()),
                    "merchant"))
        .isInstanceOf(PutChannelOutcome.Changed.class);
    assertThat(away()).isEmpty();
    assertThat(deliverDue()).hasSizeGreaterThan(10);
    assertThat(away()).isPresent();
    var _ =
        Delivering.tryChannel(
                house.storage.configurations(),
                house.storage.channelSecrets(),
                adapters,
                house.storage.stoppedChannels(),
                house.clock.nanos())
            .tryChannel(Stores.SHOP, WEB);

    assertThat(away()).isEmpty();
  }

  @Test
  void r43AnAdapterThatThrowsFailsAtItsUpdateAndTellsNothingOfWhatItThrew() {
    UpdateId id = TestStore.updateOf(house.shop.imported(order("A-1")));
    house.cart.answer(_ -> {
      throw new IllegalStateException("password=hush");
    });

    assertThat(deliverDue())
        .containsExactly(
            new DeliveryReport(0, true, true, 1, 1, false, Optional.of(Duration.ofSeconds(2))));

    assertThat(house.entry(id).state()).isEqualTo(UpdateState.OWED);
    assertThat(house.entry(id).attempts()).isEqualTo(1);
    assertThat(house.entry(id).nextAttemptAt()).contains(house.clock.instant().plusSeconds(2));
    assertThat(house.entry(id).words())
        .contains(
            "a fault of the adapter \""
                + Channels.ADAPTER
                + "\" (IllegalStateException); whether"
                + " the receiver was reached is not known");
  }
}
