package org.statusevents.testkit.delivering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.statusevents.testkit.OrderFixture.order;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.statusevents.application.channel.ChannelAccess;
import org.statusevents.application.delivering.ClaimedLane;
import org.statusevents.application.delivering.DeliverUpdates.DeliveryReport;
import org.statusevents.application.delivering.LaneSettlement;
import org.statusevents.application.delivering.Lanes;
import org.statusevents.application.delivering.Pace;
import org.statusevents.application.transaction.StorageUnavailable;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.ConfigurationChange;
import org.statusevents.domain.delivery.Reply;
import org.statusevents.domain.delivery.Update;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.domain.label.LabelText;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.Labels;
import org.statusevents.testkit.Operations;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.TestStore;

/// Order, ids and leases of what is sent, and what is read when.
final class DeliverUpdatesTest {
  private static final Channel WEB = Channels.everyEvent("web");

  private final DeliveryHouse house = new DeliveryHouse(WEB);

  /// The lanes of a node that dies before it can tell what became of them.
  private Lanes dying() {
    return away(Integer.MAX_VALUE);
  }

  /// The lanes of a storage that is away the next `times` that something is to be recorded.
  private Lanes away(int times) {
    AtomicInteger left = new AtomicInteger(times);
    return new Lanes() {
      @Override
      public List<ClaimedLane> claim(Room room, Duration lease) {
        return house.storage.lanes().claim(room, lease);
      }

      @Override
      public List<Boolean> settle(List<LaneSettlement> settlements) {
        if (left.getAndDecrement() > 0) {
          throw new StorageUnavailable("away", new IllegalStateException("gone"));
        }
        return house.storage.lanes().settle(settlements);
      }
    };
  }

  @Test
  void r40UpdatesGoOutInOrderPerOrderAndChannel() {
    DeliveryHouse two = new DeliveryHouse(Channels.everyEvent("cart"), WEB);
    for (String number : new String[] {"A-1", "A-2"}) {
      two.shop.imported(order(number));
      two.shop.recorded(Operations.operation(number + "-1", number, Events.approved()));
      two.shop.recorded(Operations.operation(number + "-2", number, Events.paid()));
    }
    two.sendAllDue();

    assertThat(two.cart.sent()).hasSize(12);
    for (String channel : new String[] {"cart", "web"}) {
      for (String number : new String[] {"A-1", "A-2"}) {
        assertThat(two.cart.sent())
            .filteredOn(update -> update.channel().equals(new ChannelId(channel)))
            .filteredOn(update -> update.content().order().value().equals(number))
            .extracting(update -> update.content().orderLabel().orElseThrow())
            .containsExactly(Labels.RECEIVED, Labels.APPROVED, Labels.PAID);
      }
    }
  }

  @Test
  void r40AFailedUpdateIsNotOvertakenByLaterOnesOfItsOrder() {
    UpdateId first = TestStore.updateOf(house.shop.imported(order("A-1")));
    UpdateId second = house.shop.owed("op-1", "A-1", Events.approved());
    house.cart.answerNext(new Reply.Unavailable("HTTP 500"));
    house.sendAllDue();
    assertThat(house.sentIds()).containsExactly(first);

    house.clock.advance(Duration.ofSeconds(2));
    house.sendAllDue();

    assertThat(house.sentIds()).containsExactly(first, first, second);
  }

  @Test
  void r47ASenderThatDiesBeforeItSettlesCostsADuplicateWithTheSameIdAndNeverALoss() {
    UpdateId id = TestStore.updateOf(house.shop.imported(order("A-1")));
    ClaimedLane lane = house.claim().getFirst();
    assertThatThrownBy(
            () -> house.deliverUpdates(dying()).deliver(lane, house.clock.nanos().getAsLong()))
        .isInstanceOf(StorageUnavailable.class);
    house.sendAllDue();
    assertThat(house.sentIds()).containsExactly(id);
    assertThat(house.entry(id).state()).isEqualTo(UpdateState.IN_DELIVERY);

    house.clock.advance(DeliveryHouse.LEASE);
    house.sendAllDue();

    assertThat(house.sentIds()).containsExactly(id, id);
    assertThat(house.cart.sent().getFirst().content())
        .isEqualTo(house.cart.sent().getLast().content());
    assertThat(house.entry(id).state()).isEqualTo(UpdateState.ACCEPTED);
    assertThat(house.entry(id).attempts()).isEqualTo(1);
  }

  @Test
  void aSenderThatDiesBeforeItSendsCostsNothing() {
    UpdateId id = TestStore.updateOf(house.shop.imported(order("A-1")));
    assertThat(house.claim()).hasSize(1);
    house.clock.advance(DeliveryHouse.LEASE);
    house.sendAllDue();

    assertThat(house.sentIds()).containsExactly(id);
  }

  @Test
  void aLateSettlementIsFenced() {
    UpdateId id = TestStore.updateOf(house.shop.imported(order("A-1")));
    ClaimedLane late = house.claim().getFirst();
    house.clock.advance(DeliveryHouse.LEASE);
    assertThat(house.sendAllDue())
        .containsExactly(new DeliveryReport(1, false, true, 1, 0, false, Optional.empty()));
    house.cart.answerNext(new Reply.Refused("already there"));

    assertThat(house.deliver(late))
        .isEqualTo(new DeliveryReport(0, true, false, 1, 0, false, Optional.empty()));

    assertThat(house.sentIds()).containsExactly(id, id);
    assertThat(house.entry(id).state()).isEqualTo(UpdateState.ACCEPTED);
    assertThat(house.entry(id).attempts()).isEqualTo(1);
    assertThat(house.entry(id).words()).contains("OK");
  }

  @Test
  void aLateSettlementIsFencedWhileTheNextSenderIsStillAtIt() {
    UpdateId id = TestStore.updateOf(house.shop.imported(order("A-1")));
    ClaimedLane late = house.claim().getFirst();
    house.clock.advance(DeliveryHouse.LEASE);
    ClaimedLane next = house.claim().getFirst();
    assertThat(next.leaseToken()).isGreaterThan(late.leaseToken());

    assertThat(house.deliver(late).recorded()).isFalse();
    assertThat(house.entry(id).state()).isEqualTo(UpdateState.IN_DELIVERY);
    assertThat(house.deliver(next))
        .isEqualTo(new DeliveryReport(1, false, true, 1, 0, false, Optional.empty()));
    assertThat(house.entry(id).state()).isEqualTo(UpdateState.ACCEPTED);
  }

  @Test
  void aReceiverTooSlowForAllIsLeftInTimeAndTheRestFollows() {
    UpdateId first = TestStore.updateOf(house.shop.imported(order("A-1")));
    UpdateId second = house.shop.owed("op-1", "A-1", Events.approved());
    UpdateId third = house.shop.owed("op-2", "A-1", Events.paid());
    house.cart.answer(_ -> {
      house.clock.advance(Duration.ofSeconds(11));
      return new Reply.Accepted("OK");
    });

    assertThat(house.deliver(house.claim().getFirst()))
        .isEqualTo(new DeliveryReport(2, true, true, 2, 2, false, Optional.empty()));
    assertThat(house.sentIds()).containsExactly(first, second);
    assertThat(house.entry(third).state()).isEqualTo(UpdateState.OWED);
    assertThat(house.sendAllDue())
        .containsExactly(new DeliveryReport(1, false, true, 1, 1, false, Optional.empty()));
    assertThat(house.sentIds()).containsExactly(first, second, third);
  }

  @Test
  void r44AddressAndSecretsAreReadWhenItIsSent() {
    house.storage.channelSecrets().write(Stores.SHOP, WEB.id(), Map.of("password", "old"));
    house.shop.imported(order("A-1"));
    house.cart.answerNext(new Reply.Unavailable("HTTP 500"));
    house.sendAllDue();
    URI moved = URI.create("https://moved.example/web");
    house.shop.change(new ConfigurationChange.SetChannel(Channels.withUrl(WEB, moved)));
    house.storage.channelSecrets().write(Stores.SHOP, WEB.id(), Map.of("password", "new"));
    house.clock.advance(Duration.ofSeconds(2));
    house.sendAllDue();

    assertThat(house.cart.accesses())
        .extracting(access -> access.channel().url(), ChannelAccess::secrets)
        .containsExactly(
            tuple(WEB.url(), Map.of("password", "old")), tuple(moved, Map.of("password", "new")));
  }

  @Test
  void r44WhatIsSaidIsFrozenWhenItIsOwed() {
    house.shop.imported(order("A-1"));
    house.shop.owed("op-1", "A-1", Events.approved());
    house.shop.change(
        new ConfigurationChange.RenameLabel(Labels.APPROVED, new LabelText("Released")));
    house.shop.owed("op-2", "A-1", Events.tracked("UPS", "1Z999AA10123456784"));
    house.sendAllDue();

    assertThat(house.cart.sent())
        .extracting(update -> update.content().orderLabel())
        .containsExactly(
            Optional.of(Labels.RECEIVED),
            Optional.of(Labels.APPROVED),
            Optional.of(Labels.SHIPPED));
    assertThat(house.cart.sent())
        .extracting(update -> update.content().parcels().size())
        .containsExactly(0, 0, 1);
  }

  @Test
  void anAdapterThatIsNoLongerThereIsLikeAReceiverThatIsAway() {
    Channel pigeon =
        new Channel(
            WEB.id(), "pigeon", WEB.url(), WEB.settings(), WEB.labelMapping(), WEB.deliver(), true);
    UpdateId id = TestStore.updateOf(house.shop.imported(order("A-1")));
    house.shop.change(new ConfigurationChange.SetChannel(pigeon));
    house.sendAllDue();

    assertThat(house.entry(id).state()).isEqualTo(UpdateState.OWED);
    assertThat(house.entry(id).words().orElseThrow()).contains("pigeon", "not installed");
    house.shop.change(new ConfigurationChange.SetChannel(WEB));
    house.clock.advance(Duration.ofSeconds(2));
    house.sendAllDue();
    assertThat(house.entry(id).state()).isEqualTo(UpdateState.ACCEPTED);
  }

  @Test
  void whatWaitsForAPausedChannelGoesOutWhenItIsPausedNoMore() {
    UpdateId id = TestStore.updateOf(house.shop.imported(order("A-1")));
    house.shop.change(new ConfigurationChange.SetChannel(Channels.paused(WEB)));
    assertThat(house.sendAllDue()).isEmpty();
    house.shop.change(new ConfigurationChange.SetChannel(WEB));
    house.sendAllDue();

    assertThat(house.cart.sent()).extracting(Update::id).containsExactly(id);
  }

  @Test
  void aReceiverThatRepeatsASecretIsNotQuotedWithIt() {
    house.storage.channelSecrets().write(Stores.SHOP, WEB.id(), Map.of("password", "hunter2"));
    house.cart.answerNext(new Reply.Refused("hunter2 is wrong"));
    UpdateId id = TestStore.updateOf(house.shop.imported(order("A-1")));
    house.sendAllDue();

    assertThat(house.entry(id).words()).contains("*** is wrong");
  }

  @Test
  void whatWasSentIsRecordedWhenTheStorageIsBackWithinTheLeaseAndNotSentAgain() {
    UpdateId id = TestStore.updateOf(house.shop.imported(order("A-1")));
    ClaimedLane lane = house.claim().getFirst();
    Instant began = house.clock.instant();

    assertThat(house.deliverUpdates(away(12)).deliver(lane, house.clock.nanos().getAsLong()))
        .isEqualTo(new DeliveryReport(1, false, true, 1, 0, false, Optional.empty()));

    assertThat(Duration.between(began, house.clock.instant()))
        .isBetween(Duration.ofSeconds(10), Duration.ofSeconds(30));
    house.clock.advance(DeliveryHouse.LEASE);
    house.sendAllDue();
    assertThat(house.sentIds()).containsExactly(id);
    assertThat(house.entry(id).attempts()).isEqualTo(1);
  }

  @Test
  void aStorageThatStaysAwayIsNotAskedLongerThanTheLeaseLasts() {
    house.shop.imported(order("A-1"));
    ClaimedLane lane = house.claim().getFirst();
    Instant began = house.clock.instant();
    assertThatThrownBy(
            () -> house.deliverUpdates(dying()).deliver(lane, house.clock.nanos().getAsLong()))
        .isInstanceOf(StorageUnavailable.class);

    assertThat(Duration.between(began, house.clock.instant()))
        .isBetween(Duration.ofSeconds(30), DeliveryHouse.LEASE);
  }

  @Test
  void whoIsToGiveUpDoesNotWaitForAStorageThatIsAway() {
    house.shop.imported(order("A-1"));
    ClaimedLane lane = house.claim().getFirst();

    assertThatThrownBy(() ->
            house
                .deliverUpdates(away(1), new Stop(Integer.MAX_VALUE, false))
                .deliver(lane, house.clock.nanos().getAsLong()))
        .isInstanceOf(StorageUnavailable.class);
  }

  @Test
  void aReportTellsHowLongWhatHoldsTheLaneUpLasts() {
    house.shop.imported(order("A-1"));
    house.cart.answerNext(new Reply.AskedToWait("busy", Optional.of(Duration.ofSeconds(7))));
    assertThat(house.sendAllDue())
        .extracting(DeliveryReport::again)
        .containsExactly(Optional.of(Duration.ofSeconds(7)));

    house.clock.advance(Duration.ofSeconds(7));
    house.cart.answerNext(new Reply.Refused("unknown order"));
    assertThat(house.sendAllDue())
        .extracting(DeliveryReport::again)
        .containsExactly(Optional.of(Duration.ofSeconds(2)));
  }

  @Test
  void aNodeThatIsToStopSendsNothingMoreAndLeavesTheRestDueAtOnce() {
    UpdateId first = TestStore.updateOf(house.shop.imported(order("A-1")));
    UpdateId second = house.shop.owed("op-1", "A-1", Events.approved());
    UpdateId third = house.shop.owed("op-2", "A-1", Events.paid());
    ClaimedLane lane = house.claim().getFirst();

    assertThat(
            house
                .deliverUpdates(house.storage.lanes(), new Stop(1, true))
                .deliver(lane, house.clock.nanos().getAsLong()))
        .isEqualTo(new DeliveryReport(1, true, true, 1, 0, false, Optional.empty()));

    assertThat(house.sentIds()).containsExactly(first);
    house.sendAllDue();
    assertThat(house.sentIds()).containsExactly(first, second, third);
    assertThat(house.entry(second).attempts()).isEqualTo(1);
  }

  /// Stops when it was asked more than `after` times; `patient` pauses are none.
  private static final class Stop implements Pace {
    private final boolean patient;
    private int left;

    Stop(int after, boolean patient) {
      this.left = after;
      this.patient = patient;
    }

    @Override
    public boolean stopping() {
      return left-- <= 0;
    }

    @Override
    public boolean pause(Duration duration) {
      return patient;
    }
  }
}
