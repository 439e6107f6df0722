package org.statusevents.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.domain.decision.Events.MONDAY;
import static org.statusevents.domain.decision.Events.addTracking;
import static org.statusevents.domain.decision.Events.approve;
import static org.statusevents.domain.decision.Events.chooseLineLabel;
import static org.statusevents.domain.decision.Events.expect;
import static org.statusevents.domain.decision.Events.move;
import static org.statusevents.domain.decision.Events.on;
import static org.statusevents.domain.decision.Events.reviseQuantity;
import static org.statusevents.domain.decision.Events.shipOrder;
import static org.statusevents.domain.decision.Events.unapprove;
import static org.statusevents.domain.decision.Seen.labelOf;
import static org.statusevents.domain.decision.Seen.lineChange;
import static org.statusevents.domain.decision.Seen.lineLabelsOf;
import static org.statusevents.domain.decision.Seen.orderChange;
import static org.statusevents.domain.decision.Seen.owed;
import static org.statusevents.domain.decision.Seen.verdictsOn;
import static org.statusevents.domain.decision.Seen.withheld;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.statusevents.domain.configuration.ConfigurationLint;
import org.statusevents.domain.decision.UpdateContent.LineContent;
import org.statusevents.domain.event.LineSelection;
import org.statusevents.domain.event.StandardEvent;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.order.CarrierLink;
import org.statusevents.domain.order.Parcel;
import org.statusevents.domain.rule.LintWarning;

/// The worked examples of the rules, by their numbers. E12 to E15 are the cart adapters', E17 is
/// the look-up's.
class WorkedExamplesTest {

  /// The order at "Approved"; the ship date's row does not notify, the tracking number's does.
  private static Shop shippingInTwoEvents(Shop shop) {
    shop.rule(StandardEvent.ORDER_APPROVE, "-", "Approved", false)
        .rule(StandardEvent.ORDER_SET_ACTUAL_SHIP_DATE, "-", "Shipped", false)
        .rule(StandardEvent.ORDER_ADD_TRACKING_NUMBER, "-", "Shipped", true)
        .fire(approve());
    assertThat(labelOf(shop.order())).isEqualTo("Approved");
    return shop;
  }

  @Test
  void e1TheSecondEventWithTheSameLabelIsUnchangedInStrictMode() {
    Shop shop = shippingInTwoEvents(Shop.strict());

    OrderDecision decision = shop.fire(shipOrder(MONDAY), addTracking("1Z1"));

    assertThat(labelOf(decision.after())).isEqualTo("Shipped");
    assertThat(decision.content()).isEmpty();
    assertThat(verdictsOn(decision, 1)).containsExactly(withheld("web", NotSent.UNCHANGED));
    assertThat(decision.verdicts()).containsExactly(withheld("web", NotSent.UNCHANGED));
  }

  @Test
  void e2TheTrackingNumberMakesOneUpdateInPayloadMode() {
    Shop shop = shippingInTwoEvents(Shop.payload());

    OrderDecision decision = shop.fire(shipOrder(MONDAY), addTracking("1Z1"));

    assertThat(decision.verdicts()).containsExactly(owed("web"));
    assertThat(decision.content().orElseThrow().parcels())
        .extracting(Parcel::trackingNumber)
        .containsExactly("1Z1");
  }

  @Test
  void e3TwoRowsThatShareALabelAndNotifyAreWarnedOf() {
    Shop shop = shippingInTwoEvents(Shop.strict());

    List<LintWarning> warnings = ConfigurationLint.of(shop.configuration());

    assertThat(warnings).extracting(LintWarning::code).contains(LintWarning.Code.SHARED_LABEL);
    assertThat(warnings.getFirst().events())
        .containsExactly(
            StandardEvent.ORDER_ADD_TRACKING_NUMBER, StandardEvent.ORDER_SET_ACTUAL_SHIP_DATE);
  }

  @Test
  void e4ALineForcedOnBackorderRelabelsThatLineAndTheOrder() {
    Shop shop =
        Shop.strict()
            .rule(
                StandardEvent.ITEM_FORCE_BACKORDER,
                "Item Backordered",
                "Some Items Backordered",
                true);

    OrderDecision decision = shop.fire(on(StandardEvent.ITEM_FORCE_BACKORDER, 2));

    assertThat(lineLabelsOf(decision.after())).containsExactly("-", "Item Backordered", "-");
    assertThat(labelOf(decision.after())).isEqualTo("Some Items Backordered");
  }

  @Test
  void e5ATrackingNumberRelabelsAllLinesAndTheOrder() {
    Shop shop =
        Shop.strict()
            .rule(StandardEvent.ORDER_ADD_TRACKING_NUMBER, "Item Shipped", "Shipped", true);

    OrderDecision decision = shop.fire(addTracking("1Z1"));

    assertThat(lineLabelsOf(decision.after()))
        .containsExactly("Item Shipped", "Item Shipped", "Item Shipped");
    assertThat(labelOf(decision.after())).isEqualTo("Shipped");
  }

  @Test
  void e6ARowWithoutLabelsChangesAndSendsNothing() {
    Shop shop = Shop.payload().rule(StandardEvent.ORDER_APPROVE, "-", "-", true);

    OrderDecision decision = shop.fire(approve());

    assertThat(decision.applied().getFirst().changes()).isEmpty();
    assertThat(decision.verdicts()).containsExactly(withheld("web", NotSent.NO_LABEL_CONFIGURED));
    assertThat(decision.content()).isEmpty();
  }

  @Test
  void e7WithStatusUpdatesOffAFilledRowChangesAndSendsNothing() {
    Shop shop =
        Shop.payload()
            .rule(StandardEvent.ORDER_APPROVE, "Item Approved", "Approved", true)
            .statusUpdatesOff();

    OrderDecision decision = shop.fire(approve());

    assertThat(decision.applied().getFirst().changes()).isEmpty();
    assertThat(labelOf(decision.after())).isEqualTo("-");
    assertThat(decision.verdicts()).containsExactly(withheld("web", NotSent.STATUS_UPDATES_OFF));
    assertThat(decision.content()).isEmpty();
  }

  @Test
  void e8AnExchangeRelabelsBothOrdersAndOwesOneUpdateEach() {
    Shop shop = Shop.strict().rule(StandardEvent.ITEM_EXCHANGE, "Item Exchanged", "Exchange", true);

    List<OrderDecision> orders =
        shop.fireAll(move(StandardEvent.ITEM_EXCHANGE, LineSelection.lines(2), Shop.NEW_ORDER));

    assertThat(orders).hasSize(2);
    assertThat(labelOf(orders.get(0).after())).isEqualTo("Exchange");
    assertThat(lineLabelsOf(orders.get(0).after())).containsExactly("-", "Item Exchanged", "-");
    assertThat(labelOf(orders.get(1).after())).isEqualTo("Exchange");
    assertThat(lineLabelsOf(orders.get(1).after()))
        .containsExactly("Item Exchanged", "Item Exchanged");
    for (OrderDecision order : orders) {
      assertThat(order.verdicts()).containsExactly(owed("web"));
      assertThat(order.content().orElseThrow().order()).isEqualTo(order.after().number());
    }
  }

  @Test
  void e9WithoutALabelForItTheExpectedDateIsInNoUpdate() {
    Shop shop = Shop.payload().rule(StandardEvent.ORDER_APPROVE, "-", "Approved", true);

    OrderDecision dated = shop.fire(expect(MONDAY, 2));
    OrderDecision approved = shop.fire(approve());

    assertThat(dated.content()).isEmpty();
    assertThat(approved.after().line(2).orElseThrow().expectedShipDate()).contains(MONDAY);
    assertThat(approved.content().orElseThrow().lines())
        .extracting(LineContent::expectedShipDate)
        .allMatch(date -> date.isEmpty());
  }

  @Test
  void e10AManualChangeSendsTheChosenLabelAndTheRowSuppliesNone() {
    Shop shop =
        Shop.strict().rule(StandardEvent.ITEM_CHANGE_STATUS, "-", "-", true).label("A").label("B");
    shop.fire(chooseLineLabel(1, "A"));

    OrderDecision decision = shop.fire(chooseLineLabel(1, "B"));

    assertThat(decision.applied().getFirst().changes()).containsExactly(lineChange(1, "A", "B"));
    assertThat(decision.verdicts()).containsExactly(owed("web"));
    assertThat(decision.content().orElseThrow().lines().getFirst().label())
        .contains(new LabelText("B"));
  }

  @Test
  void e11TheSameLabelChosenAgainSendsNothing() {
    Shop shop = Shop.strict().rule(StandardEvent.ITEM_CHANGE_STATUS, "-", "-", true).label("B");
    shop.fire(chooseLineLabel(1, "B"));

    OrderDecision decision = shop.fire(chooseLineLabel(1, "B"));

    assertThat(decision.applied().getFirst().changes()).isEmpty();
    assertThat(decision.verdicts()).containsExactly(withheld("web", NotSent.UNCHANGED));
    assertThat(decision.content()).isEmpty();
  }

  @Test
  void e16AParcelOfUspsIsFollowedAtUspsAndNotAtUps() {
    assertThat(CarrierLink.find("USPS", "9400100000000000000000"))
        .map(URI::getHost)
        .contains("tools.usps.com");
  }

  @Test
  void e18UnapprovingRevisingAndApprovingAgainOwesTwoUpdates() {
    Shop shop =
        Shop.strict()
            .rule(StandardEvent.ORDER_APPROVE, "-", "Approved", true)
            .rule(StandardEvent.ORDER_UNAPPROVE, "-", "On Hold", true);
    shop.fire(approve());

    OrderDecision unapproved = shop.fire(unapprove());
    OrderDecision revised = shop.fire(reviseQuantity(2, 5));
    OrderDecision approved = shop.fire(approve());

    assertThat(unapproved.applied().getFirst().changes())
        .containsExactly(orderChange("Approved", "On Hold"));
    assertThat(unapproved.verdicts()).containsExactly(owed("web"));
    assertThat(revised.verdicts()).containsExactly(withheld("web", NotSent.NO_LABEL_CONFIGURED));
    assertThat(approved.applied().getFirst().changes())
        .containsExactly(orderChange("On Hold", "Approved"));
    assertThat(approved.verdicts()).containsExactly(owed("web"));
  }
}
