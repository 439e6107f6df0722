package org.statusevents.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.domain.decision.Events.MONDAY;
import static org.statusevents.domain.decision.Events.TUESDAY;
import static org.statusevents.domain.decision.Events.addTracking;
import static org.statusevents.domain.decision.Events.approve;
import static org.statusevents.domain.decision.Events.chooseOrderLabel;
import static org.statusevents.domain.decision.Events.expect;
import static org.statusevents.domain.decision.Events.on;
import static org.statusevents.domain.decision.Events.ship;
import static org.statusevents.domain.decision.Events.shipOrder;
import static org.statusevents.domain.decision.Events.unapprove;
import static org.statusevents.domain.decision.Seen.labelOf;
import static org.statusevents.domain.decision.Seen.nobody;
import static org.statusevents.domain.decision.Seen.owed;
import static org.statusevents.domain.decision.Seen.verdictsOn;
import static org.statusevents.domain.decision.Seen.withheld;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.UpdateMode;
import org.statusevents.domain.event.LineSelection;
import org.statusevents.domain.event.OccurredEvent;
import org.statusevents.domain.event.StandardEvent;
import org.statusevents.domain.order.OrderImport;

/// Whether an event makes an update, and the reason where it makes none (R10, R11, R26 to R31).
class VerdictsTest {

  private static Shop approving(Shop shop) {
    return shop.rule(StandardEvent.ORDER_APPROVE, "-", "Approved", true);
  }

  /// The order at "Shipped", its row notifying.
  private static Shop shipped(Shop shop) {
    shop.rule(StandardEvent.ORDER_ADD_TRACKING_NUMBER, "-", "Shipped", true);
    shop.fire(addTracking("1Z1"));
    assertThat(labelOf(shop.order())).isEqualTo("Shipped");
    return shop;
  }

  /// One obstacle after the other is taken away; what is left is the next reason.
  @Test
  void theReasonsAreExaminedInTheOrderOfTheList() {
    Shop shop =
        Shop.withOrder()
            .rule(StandardEvent.ORDER_CHANGE_STATUS, "-", "-", true)
            .rule(StandardEvent.ORDER_APPROVE, "-", "-", false)
            .label("Approved")
            .statusUpdatesOff()
            .able(false, true);
    assertThat(shop.decided(approve()).verdicts())
        .containsExactly(nobody(NotSent.STATUS_UPDATES_OFF));

    shop.settings(true, UpdateMode.STRICT, false).fire(chooseOrderLabel("Approved"));
    assertThat(shop.decided(approve()).verdicts())
        .containsExactly(nobody(NotSent.NO_LABEL_CONFIGURED));

    shop.rule(StandardEvent.ORDER_APPROVE, "-", "Approved", false);
    assertThat(shop.decided(approve()).verdicts()).containsExactly(nobody(NotSent.NOTIFY_OFF));

    shop.rule(StandardEvent.ORDER_APPROVE, "-", "Approved", true);
    assertThat(shop.decided(approve()).verdicts()).containsExactly(nobody(NotSent.UNCHANGED));

    shop.rule(StandardEvent.ORDER_APPROVE, "Item Approved", "Approved", true);
    assertThat(shop.decided(approve()).verdicts()).containsExactly(nobody(NotSent.NO_CHANNEL));

    shop.channelWithout("web", "Approved", false);
    assertThat(shop.decided(approve()).verdicts())
        .containsExactly(withheld("web", NotSent.CHANNEL_PAUSED));

    shop.channelWithout("web", "Approved", true);
    assertThat(shop.decided(approve()).verdicts())
        .containsExactly(withheld("web", NotSent.NO_MAPPING));

    shop.channel("web");
    assertThat(shop.decided(approve()).verdicts())
        .containsExactly(withheld("web", NotSent.CHANNEL_CANNOT));

    shop.able(true, true);
    assertThat(shop.decided(approve()).verdicts()).containsExactly(owed("web"));
  }

  @ParameterizedTest
  @EnumSource(UpdateMode.class)
  void aChangedOrderLabelIsOwed(UpdateMode mode) {
    assertThat(approving(Shop.strict().mode(mode)).fire(approve()).verdicts())
        .containsExactly(owed("web"));
  }

  @ParameterizedTest
  @EnumSource(UpdateMode.class)
  void aChangedLineLabelIsOwed(UpdateMode mode) {
    Shop shop = Shop.strict().mode(mode).rule(StandardEvent.ITEM_CANCEL, "Gone", "-", true);

    assertThat(shop.fire(on(StandardEvent.ITEM_CANCEL, 2)).verdicts()).containsExactly(owed("web"));
  }

  @ParameterizedTest
  @EnumSource(UpdateMode.class)
  void theSameLabelAgainIsNot(UpdateMode mode) {
    Shop shop = approving(Shop.strict().mode(mode));
    shop.fire(approve());

    assertThat(shop.fire(approve()).verdicts()).containsExactly(withheld("web", NotSent.UNCHANGED));
  }

  @Test
  void aNewTrackingNumberUnderTheSameLabelIsOwedInPayloadModeOnly() {
    assertThat(shipped(Shop.strict()).fire(addTracking("1Z2")).verdicts())
        .containsExactly(withheld("web", NotSent.UNCHANGED));
    assertThat(shipped(Shop.payload()).fire(addTracking("1Z2")).verdicts())
        .containsExactly(owed("web"));
  }

  @Test
  void aTrackingNumberThatTheChannelWasToldIsNoNews() {
    assertThat(shipped(Shop.payload()).fire(addTracking("1Z1")).verdicts())
        .containsExactly(withheld("web", NotSent.UNCHANGED));
  }

  @Test
  void aShipDateUnderTheSameLabelIsOwedInPayloadModeOnly() {
    for (UpdateMode mode : UpdateMode.values()) {
      Shop shop =
          Shop.strict()
              .mode(mode)
              .rule(StandardEvent.ITEM_SET_ACTUAL_SHIP_DATE, "Gone Out", "-", true);
      shop.fire(ship(MONDAY, Events.some(LineSelection.LineQuantity.of(2, 1))));

      assertThat(shop.fire(ship(TUESDAY, LineSelection.lines(2))).verdicts())
          .containsExactly(
              mode == UpdateMode.PAYLOAD ? owed("web") : withheld("web", NotSent.UNCHANGED));
    }
  }

  @Test
  void aNewExpectedDateIsNewsWhereItsEventHasALabelInEitherColumn() {
    for (String orderLabel : new String[] {"-", "Dated"}) {
      String itemLabel = orderLabel.equals("-") ? "Dated" : "-";
      Shop shop =
          Shop.payload()
              .rule(StandardEvent.ITEM_SET_EXPECTED_SHIP_DATE, itemLabel, orderLabel, true);
      shop.fire(expect(MONDAY, 2));

      assertThat(shop.fire(expect(TUESDAY, 2)).verdicts()).containsExactly(owed("web"));
    }
  }

  @Test
  void factsThatARowWithoutLabelsBroughtGoOutWithTheNextEventThatNotifies() {
    Shop shop = approving(Shop.payload());
    shop.fire(approve());

    assertThat(shop.fire(addTracking("1Z1")).verdicts())
        .containsExactly(withheld("web", NotSent.NO_LABEL_CONFIGURED));
    assertThat(shop.fire(approve()).verdicts()).containsExactly(owed("web"));
    assertThat(shop.fire(approve()).verdicts()).containsExactly(withheld("web", NotSent.UNCHANGED));
  }

  @Test
  void anEmptyRowSendsNothingThoughItNotifiesAndATrackingNumberCame() {
    Shop shop = Shop.payload().rule(StandardEvent.ORDER_ADD_TRACKING_NUMBER, "-", "-", true);

    assertThat(shop.fire(addTracking("1Z1")).verdicts())
        .containsExactly(withheld("web", NotSent.NO_LABEL_CONFIGURED));
  }

  @Test
  void whatAPausedChannelWasNotToldIsStillNewsWhenItRunsAgain() {
    Shop shop = shipped(Shop.payload()).pausedChannel("web");
    assertThat(shop.fire(addTracking("1Z2")).verdicts())
        .containsExactly(withheld("web", NotSent.CHANNEL_PAUSED));

    shop.channel("web");

    assertThat(shop.fire(addTracking("1Z2")).verdicts()).containsExactly(owed("web"));
  }

  @Test
  void eachChannelIsJudgedByWhatItWasToldItself() {
    Shop shop = shipped(Shop.payload()).channel("late");

    assertThat(shop.fire(addTracking("1Z1")).verdicts())
        .containsExactly(owed("late"), withheld("web", NotSent.UNCHANGED));
  }

  @Test
  void theEventsOfAnOperationMakeOneUpdateTogether() {
    Shop shop =
        approving(Shop.payload())
            .rule(StandardEvent.ORDER_UNAPPROVE, "-", "On Hold", true)
            .rule(StandardEvent.ORDER_PACK, "-", "Packed", false);

    OrderDecision decision =
        shop.fire(approve(), approve(), OccurredEvent.of(StandardEvent.ORDER_PACK), unapprove());

    assertThat(verdictsOn(decision, 0)).containsExactly(owed("web"));
    assertThat(verdictsOn(decision, 1)).containsExactly(withheld("web", NotSent.UNCHANGED));
    assertThat(verdictsOn(decision, 2)).containsExactly(withheld("web", NotSent.NOTIFY_OFF));
    assertThat(verdictsOn(decision, 3)).containsExactly(owed("web"));
    assertThat(decision.verdicts()).containsExactly(owed("web"));
    assertThat(decision.content().orElseThrow().events())
        .containsExactly("ORDER_APPROVE", "ORDER_APPROVE", "ORDER_PACK", "ORDER_UNAPPROVE");
  }

  @Test
  void anOperationWithoutAnUpdateAnswersTheReasonThatCameNearest() {
    Shop shop = approving(Shop.payload()).rule(StandardEvent.ORDER_PACK, "-", "Packed", false);
    shop.fire(approve());

    OrderDecision decision =
        shop.fire(approve(), OccurredEvent.of(StandardEvent.ORDER_PAYMENT_EDIT));

    assertThat(decision.verdicts()).containsExactly(withheld("web", NotSent.UNCHANGED));
  }

  @Test
  void theUpdateIsHeldBackByTheLabelTheOrderEndsAt() {
    Shop shop =
        approving(Shop.payload())
            .rule(StandardEvent.ORDER_UNAPPROVE, "-", "On Hold", true)
            .channelWithout("web", "On Hold", true);

    OrderDecision held = shop.decided(approve(), unapprove());
    OrderDecision sent = shop.decided(unapprove(), approve());

    assertThat(held.verdicts()).containsExactly(withheld("web", NotSent.NO_MAPPING));
    assertThat(verdictsOn(held, 0)).containsExactly(withheld("web", NotSent.NO_MAPPING));
    assertThat(sent.verdicts()).containsExactly(owed("web"));
  }

  @Test
  void aChannelWithoutLineStatusIsToldOfTheOrderAndOfFactsOnly() {
    Shop shop =
        approving(Shop.payload())
            .able(false, false)
            .rule(StandardEvent.ITEM_FORCE_BACKORDER, "Back", "-", true)
            .rule(StandardEvent.ITEM_SET_ACTUAL_SHIP_DATE, "Gone Out", "-", true);

    assertThat(shop.fire(on(StandardEvent.ITEM_FORCE_BACKORDER, 2)).verdicts())
        .containsExactly(withheld("web", NotSent.CHANNEL_CANNOT));
    assertThat(shop.fire(approve()).verdicts()).containsExactly(owed("web"));
    assertThat(shop.fire(ship(MONDAY, LineSelection.lines(1))).verdicts())
        .containsExactly(owed("web"));
  }

  @Test
  void inStrictModeTooAChannelWithoutLineStatusIsToldTheDateThatComesWithALinesLabel() {
    Shop shop =
        Shop.strict()
            .able(false, false)
            .rule(StandardEvent.ITEM_SET_ACTUAL_SHIP_DATE, "Gone Out", "-", true);

    assertThat(shop.fire(ship(MONDAY, LineSelection.lines(1))).verdicts())
        .containsExactly(owed("web"));
  }

  @Test
  void aChannelThatKnowsOnlyTheCartsNumberCannotTakeAnOrderWithoutOne() {
    Shop shop = approving(Shop.payload()).able(true, true).know(Shop.NEW_ORDER);

    assertThat(shop.fire(approve()).verdicts()).containsExactly(owed("web"));
    assertThat(
            shop.fireAll(shop.operation(Shop.NEW_ORDER.number(), approve())).getFirst().verdicts())
        .containsExactly(withheld("web", NotSent.CHANNEL_CANNOT));
  }

  @Test
  void aChannelWhoseAdapterIsGoneCannot() {
    assertThat(approving(Shop.payload()).withoutAdapter().fire(approve()).verdicts())
        .containsExactly(withheld("web", NotSent.CHANNEL_CANNOT));
  }

  @Test
  void anOrderThatNamesAChannelReachesThatOneOnly() {
    Shop shop = approving(Shop.empty()).channel("other").channel("web").know(naming("web"));

    assertThat(shop.fire(approve()).verdicts()).containsExactly(owed("web"));
  }

  @Test
  void anOrderThatNamesAChannelThatIsNotThereReachesNone() {
    Shop shop = approving(Shop.empty()).channel("other").know(naming("gone"));

    assertThat(shop.fire(approve()).verdicts()).containsExactly(nobody(NotSent.NO_CHANNEL));
  }

  @Test
  void anOrderThatNamesNoneReachesTheChannelsThatNoOrderNames() {
    Shop shop = approving(Shop.withOrder()).channel("c").channel("a").channel("b").bound("b");

    assertThat(shop.fire(approve()).verdicts()).containsExactly(owed("a"), owed("c"));
  }

  @Test
  void anOrderReachesNobodyWhereEveryChannelIsBoundToOthers() {
    Shop shop = approving(Shop.payload()).bound("web");

    assertThat(shop.fire(approve()).verdicts()).containsExactly(nobody(NotSent.NO_CHANNEL));
  }

  @Test
  void withoutAChannelFactsAreNewsInPayloadModeOnly() {
    for (UpdateMode mode : UpdateMode.values()) {
      Shop shop = shipped(Shop.withOrder().mode(mode));

      assertThat(shop.fire(addTracking("1Z2")).verdicts())
          .containsExactly(
              nobody(mode == UpdateMode.PAYLOAD ? NotSent.NO_CHANNEL : NotSent.UNCHANGED));
    }
  }

  @Test
  void withoutAChannelAndWithoutFactsTheSameLabelAgainIsNoNews() {
    Shop shop = approving(Shop.withOrder());
    shop.fire(approve());

    assertThat(shop.fire(approve()).verdicts()).containsExactly(nobody(NotSent.UNCHANGED));
  }

  @Test
  void oneChannelsObstacleIsNotAnothers() {
    Shop shop =
        approving(Shop.withOrder())
            .pausedChannel("a")
            .channelWithout("b", "Approved", true)
            .channel("c");

    assertThat(shop.fire(approve()).verdicts())
        .containsExactly(
            withheld("a", NotSent.CHANNEL_PAUSED), withheld("b", NotSent.NO_MAPPING), owed("c"));
  }

  @Test
  void aShipDateAndATrackingNumberInTwoOperationsBothGoOutInPayloadMode() {
    Shop shop =
        Shop.payload()
            .rule(StandardEvent.ORDER_SET_ACTUAL_SHIP_DATE, "-", "Shipped", true)
            .rule(StandardEvent.ORDER_ADD_TRACKING_NUMBER, "-", "Shipped", true);

    assertThat(shop.fire(shipOrder(MONDAY)).verdicts()).containsExactly(owed("web"));
    assertThat(shop.fire(addTracking("1Z1")).verdicts()).containsExactly(owed("web"));
  }

  private static OrderImport naming(String channel) {
    return new OrderImport(
        Shop.NUMBER,
        Optional.empty(),
        Optional.of(new ChannelId(channel)),
        Optional.empty(),
        Shop.CONTACT,
        Shop.IMPORT.lines());
  }
}
