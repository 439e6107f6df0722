package org.statusevents.testkit.delivering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.testkit.OrderFixture.order;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.statusevents.application.delivering.ResendUpdate.ResendOutcome;
import org.statusevents.application.delivering.ResendUpdate.ResentUpdate;
import org.statusevents.application.reading.LedgerEntry;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.delivery.Update;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.Labels;
import org.statusevents.testkit.Operations;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.TestStore;

/// Sending again by hand (R32).
final class ResendUpdateTest {
  private static final OrderNumber A1 = new OrderNumber("A-1");
  private static final Optional<ChannelId> WEB = Optional.of(new ChannelId("web"));

  private final DeliveryHouse house =
      new DeliveryHouse(Channels.everyEvent("web"), Channels.everyEvent("zoo"));

  private ResendOutcome resend(Optional<ChannelId> channel) {
    return house.resendUpdate().resend(Stores.SHOP, A1, channel);
  }

  private static List<ResentUpdate> resent(ResendOutcome outcome) {
    assertThat(outcome).isInstanceOf(ResendOutcome.Resent.class);
    return ((ResendOutcome.Resent) outcome).updates();
  }

  @Test
  void r32AResendOwesEachChannelANewUpdateAlthoughNothingChanged() {
    house.shop.imported(order("A-1"));
    house.shop.recorded(Operations.operation("op-1", "A-1", Events.approved()));
    house.sendAllDue();
    List<UpdateId> sentBefore = house.sentIds();

    List<ResentUpdate> updates = resent(resend(Optional.empty()));
    house.sendAllDue();

    assertThat(updates)
        .extracting(ResentUpdate::channel)
        .containsExactlyInAnyOrder(new ChannelId("web"), new ChannelId("zoo"));
    assertThat(updates).extracting(ResentUpdate::update).doesNotContainAnyElementsOf(sentBefore);
    List<Update> sentNow = house.cart.sent().subList(sentBefore.size(), house.cart.sent().size());
    assertThat(sentNow)
        .extracting(Update::id)
        .containsExactlyInAnyOrderElementsOf(updates.stream().map(ResentUpdate::update).toList());
    assertThat(sentNow)
        .extracting(update -> update.content().orderLabel())
        .containsOnly(Optional.of(Labels.APPROVED));
    assertThat(house.ledger("A-1"))
        .filteredOn(entry -> entry.event().isEmpty())
        .extracting(LedgerEntry::state)
        .containsExactly(UpdateState.ACCEPTED, UpdateState.ACCEPTED);
    assertThat(house.shop.known("A-1").order().version()).isEqualTo(2);
  }

  @Test
  void aResendToOneChannelConcernsNoOther() {
    house.shop.imported(order("A-1"));

    assertThat(resent(resend(WEB)))
        .extracting(ResentUpdate::channel)
        .containsExactly(WEB.orElseThrow());
  }

  @Test
  void r40AResendWaitsForItsTurnBehindWhatIsOwed() {
    UpdateId first = TestStore.updateOf(house.shop.imported(order("A-1")));
    UpdateId again = resent(resend(WEB)).getFirst().update();
    house.sendAllDue();

    assertThat(house.cart.sent())
        .filteredOn(update -> update.channel().equals(WEB.orElseThrow()))
        .extracting(Update::id)
        .containsExactly(first, again);
  }

  @Test
  void r32AResendIsRefusedWhereTheStoreHasNoChannel() {
    DeliveryHouse bare = new DeliveryHouse();
    bare.shop.imported(order("A-1"));

    assertThat(bare.resendUpdate().resend(Stores.SHOP, A1, Optional.empty()))
        .isEqualTo(new ResendOutcome.NoChannel(A1));
  }

  @Test
  void r32AResendIsRefusedWhereNoChannelTakesTheOrder() {
    house.shop.imported(order("A-1").withChannel("not-yet"));

    assertThat(resend(Optional.empty())).isEqualTo(new ResendOutcome.NoChannel(A1));
    assertThat(resend(WEB)).isEqualTo(new ResendOutcome.NoChannel(A1));
    house.sendAllDue();
    assertThat(house.cart.sent()).isEmpty();
  }

  @Test
  void r32AResendIsRefusedWhereTheNamedChannelIsUnknownOrPaused() {
    DeliveryHouse other =
        new DeliveryHouse(Channels.paused(Channels.everyEvent("web")), Channels.everyEvent("zoo"));
    other.shop.imported(order("A-1"));

    for (String channel : new String[] {"web", "nobody"}) {
      assertThat(other.resendUpdate().resend(Stores.SHOP, A1, Optional.of(new ChannelId(channel))))
          .isEqualTo(new ResendOutcome.NoChannel(A1));
    }
    assertThat(other.ledger("A-1")).allMatch(entry -> entry.event().isPresent());
  }

  @Test
  void whatIsNotThereCannotBeSentAgain() {
    StoreId nowhere = new StoreId("nowhere");
    TestStore.create(house.storage, Stores.withDefaults(Stores.OTHER)).imported(order("A-1"));

    assertThat(house.resendUpdate().resend(nowhere, A1, Optional.empty()))
        .isEqualTo(new ResendOutcome.StoreUnknown(nowhere));
    assertThat(resend(Optional.empty())).isEqualTo(new ResendOutcome.OrderUnknown(A1));
  }
}
