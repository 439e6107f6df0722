package org.statusevents.testkit.delivering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.testkit.OrderFixture.order;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.statusevents.application.delivering.ClaimedLane;
import org.statusevents.domain.delivery.Reply;
import org.statusevents.domain.delivery.Update;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.Labels;
import org.statusevents.testkit.TestStore;

/// The newest state wins where a channel wants the latest alone (R45).
final class LatestStateTest {
  private final DeliveryHouse house = new DeliveryHouse(Channels.latestState("web"));

  private List<UpdateId> threeOwed(DeliveryHouse at) {
    return List.of(
        TestStore.updateOf(at.shop.imported(order("A-1"))),
        at.shop.owed("op-1", "A-1", Events.approved()),
        at.shop.owed("op-2", "A-1", Events.paid()));
  }

  @Test
  void r45TheNewestStateSupersedesOlderOnesThatWait() {
    List<UpdateId> ids = threeOwed(house);
    house.sendAllDue();

    assertThat(house.sentIds()).containsExactly(ids.getLast());
    assertThat(house.cart.sent().getFirst().supersedesFrom()).contains(1L);
    assertThat(house.cart.sent().getFirst().content().orderLabel()).contains(Labels.PAID);
    assertThat(house.states("A-1"))
        .containsExactly(UpdateState.SUPERSEDED, UpdateState.SUPERSEDED, UpdateState.ACCEPTED);
  }

  @Test
  void r45EveryEventIsSentWhereTheChannelWantsEach() {
    DeliveryHouse every = new DeliveryHouse(Channels.everyEvent("web"));
    List<UpdateId> ids = threeOwed(every);
    every.sendAllDue();

    assertThat(every.sentIds()).isEqualTo(ids);
    assertThat(every.cart.sent()).extracting(Update::supersedesFrom).containsOnly(Optional.empty());
    assertThat(every.states("A-1")).containsOnly(UpdateState.ACCEPTED);
  }

  @Test
  void aNewStateTakesThePlaceOfOneThatIsParked() {
    house.cart.answerNext(new Reply.Blocked("address not allowed"));
    UpdateId first = TestStore.updateOf(house.shop.imported(order("A-1")));
    house.sendAllDue();
    assertThat(house.entry(first).state()).isEqualTo(UpdateState.PARKED);
    UpdateId second = house.shop.owed("op-1", "A-1", Events.approved());
    house.sendAllDue();

    assertThat(house.sentIds()).containsExactly(first, second);
    assertThat(house.states("A-1")).containsExactly(UpdateState.SUPERSEDED, UpdateState.ACCEPTED);
  }

  @Test
  void aStateThatCameInWhileTheOlderOneWasGivenUpIsSentInstead() {
    UpdateId first = TestStore.updateOf(house.shop.imported(order("A-1")));
    ClaimedLane lane = house.claim().getFirst();
    UpdateId second = house.shop.owed("op-1", "A-1", Events.approved());
    house.cart.answerNext(new Reply.Blocked("address not allowed"));
    assertThat(house.deliver(lane).stopped()).isTrue();
    house.sendAllDue();

    assertThat(house.sentIds()).containsExactly(first, second);
    assertThat(house.states("A-1")).containsExactly(UpdateState.SUPERSEDED, UpdateState.ACCEPTED);
  }

  @Test
  void failuresOfASupersededStateDoNotCountForTheNewOne() {
    house.cart.answer(_ -> new Reply.Refused("unknown order"));
    house.shop.imported(order("A-1"));
    for (int i = 0; i < 4; i++) {
      house.sendAllDue();
      house.clock.advance(Duration.ofMinutes(15));
    }
    UpdateId second = house.shop.owed("op-1", "A-1", Events.approved());
    house.sendAllDue();

    assertThat(house.entry(second).state()).isEqualTo(UpdateState.OWED);
    assertThat(house.entry(second).attempts()).isEqualTo(1);
  }
}
