package org.statusevents.testkit.delivering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.testkit.OrderFixture.order;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.statusevents.application.delivering.ResendUpdate;
import org.statusevents.application.delivering.ResendUpdate.ChannelResend;
import org.statusevents.application.delivering.ResendUpdate.ResendOutcome;
import org.statusevents.application.reading.LedgerEntry;
import org.statusevents.domain.channel.Capabilities;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.channel.DeliveryMode;
import org.statusevents.domain.channel.LabelMapping;
import org.statusevents.domain.channel.LabelTarget;
import org.statusevents.domain.configuration.ConfigurationChange;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.decision.NotSent;
import org.statusevents.domain.delivery.Update;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.domain.event.StandardEvent;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.Labels;
import org.statusevents.testkit.Operations;
import org.statusevents.testkit.Rules;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.TestStore;
import org.statusevents.testkit.memory.FakeCartChannel;

/// Sending again by hand (R32).
final class ResendUpdateTest {
  private static final OrderNumber A1 = new OrderNumber("A-1");
  private static final Optional<ChannelId> WEB = Optional.of(new ChannelId("web"));

  private final DeliveryHouse house =
      new DeliveryHouse(Channels.everyEvent("web"), Channels.everyEvent("zoo"));

  private ResendOutcome resend(Optional<ChannelId> channel) {
    return house.resendUpdate().resend(Stores.SHOP, A1, channel);
  }

  private static List<ChannelResend.Owed> resent(ResendOutcome outcome) {
    assertThat(outcome).isInstanceOf(ResendOutcome.Resent.class);
    List<ChannelResend> channels = ((ResendOutcome.Resent) outcome).channels();
    assertThat(channels).hasOnlyElementsOfType(ChannelResend.Owed.class);
    return channels.stream().map(ChannelResend.Owed.class::cast).toList();
  }

  private static ResendOutcome withheld(String channel, NotSent reason) {
    return new ResendOutcome.NotResent(
        A1, List.of(new ChannelResend.Withheld(new ChannelId(channel), reason)));
  }

  @Test
  void r32AResendOwesEachChannelANewUpdateAlthoughNothingChanged() {
    house.shop.imported(order("A-1"));
    house.shop.recorded(Operations.operation("op-1", "A-1", Events.approved()));
    house.sendAllDue();
    List<UpdateId> sentBefore = house.sentIds();

    List<ChannelResend.Owed> updates = resent(resend(Optional.empty()));
    house.sendAllDue();

    assertThat(updates)
        .extracting(ChannelResend.Owed::channel)
        .containsExactlyInAnyOrder(new ChannelId("web"), new ChannelId("zoo"));
    assertThat(updates)
        .extracting(ChannelResend.Owed::update)
        .doesNotContainAnyElementsOf(sentBefore);
    List<Update> sentNow = house.cart.sent().subList(sentBefore.size(), house.cart.sent().size());
    assertThat(sentNow)
        .extracting(Update::id)
        .containsExactlyInAnyOrderElementsOf(
            updates.stream().map(ChannelResend.Owed::update).toList());
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
        .extracting(ChannelResend.Owed::channel)
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

    assertThat(other.resendUpdate().resend(Stores.SHOP, A1, Optional.of(new ChannelId("nobody"))))
        .isEqualTo(new ResendOutcome.NoChannel(A1));
    assertThat(other.resendUpdate().resend(Stores.SHOP, A1, WEB))
        .isEqualTo(withheld("web", NotSent.CHANNEL_PAUSED));
    assertThat(other.ledger("A-1")).allMatch(entry -> entry.event().isPresent());
  }

  @Test
  void r39AResendIsRefusedWhereTheMappingKeepsTheLabelFromTheChannel() {
    house.shop.imported(order("A-1"));
    house.shop.change(
        new ConfigurationChange.SetChannel(
            Channels.everyEvent("web")
                .withLabelMapping(
                    new LabelMapping(Map.of(Labels.RECEIVED, new LabelTarget.DoNotSend())))));

    assertThat(resend(WEB)).isEqualTo(withheld("web", NotSent.NO_MAPPING));
    house.shop.recorded(Operations.operation("op-1", "A-1", Events.approved()));
    assertThat(resent(resend(WEB))).hasSize(1);
  }

  @Test
  void aResendIsRefusedWhereTheCartDoesNotKnowTheOrderByANumberOfItsOwn() {
    DeliveryHouse other = new DeliveryHouse(Channels.everyEvent("web"));
    other.shop.imported(order("A-1"));
    other.shop.imported(order("A-2").withCartOrderNumber("W-2"));
    ResendUpdate resending =
        other.resendUpdate(
            new FakeCartChannel(new Capabilities(true, true, true, DeliveryMode.EVERY_EVENT)));

    assertThat(resending.resend(Stores.SHOP, A1, WEB))
        .isEqualTo(withheld("web", NotSent.CHANNEL_CANNOT));
    assertThat(resent(resending.resend(Stores.SHOP, new OrderNumber("A-2"), WEB))).hasSize(1);
    assertThat(other.ledger("A-1")).allMatch(entry -> entry.event().isPresent());
  }

  @Test
  void aReceiverWithoutLineStatusIsSentAgainWhatTheOrderItselfTells() {
    DeliveryHouse other = new DeliveryHouse();
    StoreConfiguration silent =
        Stores.withRules(
            Stores.withDefaults(Stores.OTHER, Channels.everyEvent("web")),
            Rules.of(StandardEvent.ORDER_IMPORT).rule());
    TestStore shop = TestStore.create(other.storage, silent);
    shop.imported(order("A-1"));
    ResendUpdate resending =
        other.resendUpdate(
            new FakeCartChannel(new Capabilities(false, false, true, DeliveryMode.EVERY_EVENT)));

    assertThat(resending.resend(Stores.OTHER, A1, WEB))
        .isEqualTo(withheld("web", NotSent.CHANNEL_CANNOT));
    shop.recorded(Operations.operation("op-1", "A-1", Events.tracked("UPS", "1Z1")));
    assertThat(resent(resending.resend(Stores.OTHER, A1, WEB))).hasSize(1);
  }

  @Test
  void aChannelThatCannotTakeTheOrderKeepsItFromNoOther() {
    DeliveryHouse other =
        new DeliveryHouse(Channels.paused(Channels.everyEvent("web")), Channels.everyEvent("zoo"));
    other.shop.imported(order("A-1"));

    ResendOutcome outcome = other.resendUpdate().resend(Stores.SHOP, A1, Optional.empty());

    assertThat(((ResendOutcome.Resent) outcome).channels())
        .hasSize(2)
        .contains(new ChannelResend.Withheld(new ChannelId("web"), NotSent.CHANNEL_PAUSED))
        .anyMatch(resend ->
            resend instanceof ChannelResend.Owed(ChannelId channel, UpdateId _)
                && channel.equals(new ChannelId("zoo")));
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
