package org.statusevents.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.domain.decision.Events.MONDAY;
import static org.statusevents.domain.decision.Events.TUESDAY;
import static org.statusevents.domain.decision.Events.add;
import static org.statusevents.domain.decision.Events.addParcel;
import static org.statusevents.domain.decision.Events.addTracking;
import static org.statusevents.domain.decision.Events.editTracking;
import static org.statusevents.domain.decision.Events.expect;
import static org.statusevents.domain.decision.Events.fill;
import static org.statusevents.domain.decision.Events.move;
import static org.statusevents.domain.decision.Events.on;
import static org.statusevents.domain.decision.Events.revise;
import static org.statusevents.domain.decision.Events.reviseAlike;
import static org.statusevents.domain.decision.Events.reviseQuantity;
import static org.statusevents.domain.decision.Events.ship;
import static org.statusevents.domain.decision.Events.shipOrder;
import static org.statusevents.domain.decision.Events.some;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.statusevents.domain.event.EventData.LineRevision;
import org.statusevents.domain.event.LineSelection;
import org.statusevents.domain.event.LineSelection.LineQuantity;
import org.statusevents.domain.event.OccurredEvent;
import org.statusevents.domain.event.StandardEvent;
import org.statusevents.domain.order.Line;
import org.statusevents.domain.order.NewLine;
import org.statusevents.domain.order.Order;
import org.statusevents.domain.order.Parcel;
import org.statusevents.domain.order.Parcel.ParcelLine;
import org.statusevents.domain.order.Quantities;

/// What each event records of an order (section 8, "Carries"). No row and no channel is needed for
/// it; line 2 has four ordered.
class RecordedFactsTest {
  private static final Quantities FOUR = Quantities.ordered(4);
  private final Shop shop = Shop.withOrder();

  private Line line2(OccurredEvent... events) {
    return shop.fire(events).after().line(2).orElseThrow();
  }

  private static List<Quantities> quantitiesOf(Order order) {
    return order.lines().stream().map(Line::quantities).toList();
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.INCLUDE,
      names = {
        "DROP_SHIP_CANCELED",
        "DROP_SHIP_ORDERED",
        "ITEM_CHANGE_STATUS",
        "ITEM_FORCE_BACKORDER",
        "ORDER_APPROVE",
        "ORDER_CHANGE_STATUS",
        "ORDER_CREDIT_ISSUED",
        "ORDER_FORCE_BACKORDER",
        "ORDER_PACK",
        "ORDER_PAYMENT_EDIT",
        "ORDER_PAYMENT_RECEIVED",
        "ORDER_PAYMENT_VOID",
        "ORDER_UNAPPROVE"
      })
  void theseEventsChangeNoFacts(StandardEvent event) {
    Shop prepared = Shop.prepared().label("Paid");
    Order before = prepared.order();

    Order after = prepared.fire(Events.sample(event)).after();

    assertThat(quantitiesOf(after)).isEqualTo(quantitiesOf(before));
    assertThat(after.parcels()).isEqualTo(before.parcels());
    assertThat(after.lines())
        .extracting(Line::actualShipDate)
        .isEqualTo(before.lines().stream().map(Line::actualShipDate).toList());
    assertThat(after.lines())
        .extracting(Line::expectedShipDate)
        .isEqualTo(before.lines().stream().map(Line::expectedShipDate).toList());
  }

  @Test
  void theFactsAreRecordedWithStatusUpdatesOffToo() {
    shop.statusUpdatesOff();

    assertThat(line2(on(StandardEvent.ITEM_CANCEL, 2)).quantities()).isEqualTo(FOUR.cancel(4));
  }

  @Test
  void anImportRecordsTheOrderItself() {
    Order order = Shop.empty().fire(Events.imported(Shop.IMPORT)).after();

    assertThat(order.cartOrderNumber()).contains("W-5001");
    assertThat(order.orderedAt()).isEqualTo(Shop.IMPORT.orderedAt());
    assertThat(order.lines()).containsExactlyElementsOf(Order.from(Shop.IMPORT).lines());
  }

  @Test
  void itemAddAppendsTheLines() {
    NewLine jam = new NewLine(4, "SKU-4", "Jam", 5);

    assertThat(shop.fire(add(jam)).after().lines()).hasSize(4).last().isEqualTo(Line.of(jam));
  }

  @Test
  void itemCancelCancelsTheQuantityOrAllThatIsOpen() {
    assertThat(line2(on(StandardEvent.ITEM_CANCEL, some(LineQuantity.of(2, 1)))).quantities())
        .isEqualTo(FOUR.cancel(1));
    assertThat(line2(on(StandardEvent.ITEM_CANCEL, 2)).quantities()).isEqualTo(FOUR.cancel(4));
    assertThat(shop.order().line(1).orElseThrow().quantities()).isEqualTo(Quantities.ordered(2));
  }

  @Test
  void itemCancelLeavesWhatShippedAlone() {
    Quantities quantities =
        line2(
                ship(MONDAY, some(LineQuantity.of(2, 3))),
                on(StandardEvent.ITEM_CANCEL, LineSelection.lines(2)))
            .quantities();

    assertThat(quantities).isEqualTo(FOUR.ship(3).cancel(1));
    assertThat(quantities.needed()).isZero();
  }

  @Test
  void itemReturnAndUnreturnMoveTheReturnedQuantityUpAndDown() {
    assertThat(line2(on(StandardEvent.ITEM_RETURN, some(LineQuantity.of(2, 3)))).quantities())
        .isEqualTo(FOUR.returned(3));
    assertThat(line2(on(StandardEvent.ITEM_UNRETURN, some(LineQuantity.of(2, 1)))).quantities())
        .isEqualTo(FOUR.returned(2));
    assertThat(line2(on(StandardEvent.ITEM_UNRETURN, 2)).quantities()).isEqualTo(FOUR);
  }

  @Test
  void itemReviseChangesTheFieldsThatItNames() {
    LineRevision name =
        new LineRevision(2, Optional.empty(), Optional.of("Honey, 500 g"), OptionalInt.empty());
    LineRevision sku =
        new LineRevision(1, Optional.of("SKU-1b"), Optional.empty(), OptionalInt.of(7));

    Order after = shop.fire(revise(name, sku)).after();

    assertThat(after.line(2).orElseThrow())
        .isEqualTo(Line.of(new NewLine(2, "SKU-2", "Honey, 500 g", 4)));
    assertThat(after.line(1).orElseThrow()).isEqualTo(Line.of(new NewLine(1, "SKU-1b", "Tea", 7)));
  }

  @Test
  void itemReviseMayChangeLinesAlike() {
    Order some = shop.fire(reviseAlike(LineSelection.lines(1, 2), "Gift", 5)).after();
    assertThat(some.lines()).extracting(Line::name).startsWith("Gift", "Gift");
    assertThat(some.line(3).orElseThrow().name()).isNotEqualTo("Gift");
    assertThat(some.line(2).orElseThrow().quantities()).isEqualTo(Quantities.ordered(5));

    Order all = shop.fire(reviseAlike(new LineSelection.AllLines(), "Set", 6)).after();
    assertThat(all.lines()).extracting(Line::name).containsOnly("Set");
    assertThat(all.line(3).orElseThrow().sku()).isEqualTo("SKU-3");
  }

  @Test
  void itemReviseMayLowerTheQuantityToWhatHasBecomeOfIt() {
    assertThat(line2(ship(MONDAY, some(LineQuantity.of(2, 3))), reviseQuantity(2, 3)).quantities())
        .isEqualTo(Quantities.ordered(3).ship(3));
  }

  @Test
  void anExpectedDateGoesToTheNamedLinesOnly() {
    Order after = shop.fire(expect(TUESDAY, 1, 3)).after();

    assertThat(after.lines())
        .extracting(Line::expectedShipDate)
        .containsExactly(Optional.of(TUESDAY), Optional.empty(), Optional.of(TUESDAY));
  }

  @Test
  void anActualDateShipsTheQuantityOrAllThatIsOpen() {
    Line partly = line2(ship(MONDAY, some(LineQuantity.of(2, 1))));
    Line all = line2(ship(TUESDAY, LineSelection.lines(2)));

    assertThat(partly.quantities()).isEqualTo(FOUR.ship(1));
    assertThat(partly.actualShipDate()).contains(MONDAY);
    assertThat(all.quantities()).isEqualTo(FOUR.ship(4));
    assertThat(all.actualShipDate()).contains(TUESDAY);
  }

  @Test
  void theOrdersActualDateShipsAllOpenQuantitiesOfAllLines() {
    Order after =
        shop.fire(on(StandardEvent.ITEM_CANCEL, some(LineQuantity.of(2, 1))), shipOrder(MONDAY))
            .after();

    assertThat(quantitiesOf(after))
        .containsExactly(
            Quantities.ordered(2).ship(2), FOUR.cancel(1).ship(3), Quantities.ordered(1).ship(1));
    assertThat(after.lines()).extracting(Line::actualShipDate).containsOnly(Optional.of(MONDAY));
  }

  @Test
  void theOrdersActualDateLeavesCancelledLinesWithoutOne() {
    Line cancelled =
        line2(on(StandardEvent.ITEM_CANCEL, LineSelection.lines(2)), shipOrder(MONDAY));

    assertThat(cancelled.quantities()).isEqualTo(FOUR.cancel(4));
    assertThat(cancelled.actualShipDate()).isEmpty();
  }

  @Test
  void cancellingTheOrderTakesWhatIsOpenAndUncancellingGivesThatBack() {
    Order before =
        shop.fire(
                ship(MONDAY, some(LineQuantity.of(2, 1))),
                on(StandardEvent.ITEM_CANCEL, some(LineQuantity.of(2, 1))))
            .after();

    Quantities cancelled = line2(OccurredEvent.of(StandardEvent.ORDER_CANCEL)).quantities();

    assertThat(cancelled.needed()).isZero();
    assertThat(cancelled.cancelled()).isEqualTo(3);
    assertThat(quantitiesOf(shop.fire(OccurredEvent.of(StandardEvent.ORDER_UNCANCEL)).after()))
        .isEqualTo(quantitiesOf(before));
  }

  @Test
  void uncancellingAnOrderThatWasNotCancelledChangesNothing() {
    assertThat(
            line2(
                    on(StandardEvent.ITEM_CANCEL, LineSelection.lines(2)),
                    OccurredEvent.of(StandardEvent.ORDER_UNCANCEL))
                .quantities())
        .isEqualTo(FOUR.cancel(4));
  }

  @Test
  void aCancelledBackorderCancelsTheNamedLinesOnly() {
    assertThat(quantitiesOf(shop.fire(on(StandardEvent.ORDER_CANCEL_BACK_ORDER, 2)).after()))
        .containsExactly(Quantities.ordered(2), FOUR.cancel(4), Quantities.ordered(1));
    assertThat(
            quantitiesOf(
                shop.fire(OccurredEvent.of(StandardEvent.ORDER_CANCEL_BACK_ORDER)).after()))
        .containsExactly(Quantities.ordered(2), FOUR.cancel(4), Quantities.ordered(1));
  }

  @ParameterizedTest
  @EnumSource(names = {"ITEM_EXCHANGE", "ITEM_FILL_BACKORDER", "ORDER_FILL_BACKORDER"})
  void whatGoesToANewOrderIsNoLongerNeededInTheOldOne(StandardEvent event) {
    Quantities quantities =
        line2(move(event, some(LineQuantity.of(2, 3)), Shop.NEW_ORDER)).quantities();

    assertThat(quantities).isEqualTo(FOUR.move(3));
    assertThat(quantities.needed()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"ITEM_EXCHANGE", "ITEM_FILL_BACKORDER", "ORDER_FILL_BACKORDER"})
  void withoutANewOrderNothingMoves(StandardEvent event) {
    assertThat(line2(fill(event, 2)).quantities()).isEqualTo(FOUR);
  }

  @Test
  void whatShippedDoesNotMoveWithAnExchange() {
    shop.fire(shipOrder(MONDAY));

    assertThat(
            line2(move(StandardEvent.ITEM_EXCHANGE, LineSelection.lines(2), Shop.NEW_ORDER))
                .quantities())
        .isEqualTo(FOUR.ship(4));
  }

  @Test
  void aTrackingNumberAddsAParcel() {
    Parcel parcel = new Parcel("UPS", "1Z1", Optional.of(MONDAY), List.of(new ParcelLine(2, 4)));

    assertThat(shop.fire(addParcel(parcel), addTracking("1Z2")).after().parcels())
        .hasSize(2)
        .contains(parcel);
  }

  @Test
  void aParcelsLineWithoutAQuantityHoldsAllThatWasOrdered() {
    Parcel parcel =
        new Parcel("UPS", "1Z1", Optional.empty(), List.of(new ParcelLine(2, ParcelLine.ALL)));

    assertThat(shop.fire(addParcel(parcel)).after().parcels().getFirst().lines())
        .containsExactly(new ParcelLine(2, 4));
  }

  @Test
  void aTrackingNumberToldAgainIsTheSameParcelAndLosesNothing() {
    Parcel told = new Parcel("UPS", "1Z1", Optional.of(MONDAY), List.of(new ParcelLine(2, 4)));
    Parcel again = new Parcel("UPS Ground", "1Z1", Optional.empty(), List.of());

    assertThat(shop.fire(addParcel(told), addParcel(again)).after().parcels())
        .containsExactly(
            new Parcel("UPS Ground", "1Z1", Optional.of(MONDAY), List.of(new ParcelLine(2, 4))));
  }

  @Test
  void anEditedTrackingNumberReplacesTheOldOneInItsPlace() {
    Order after =
        shop.fire(addTracking("1Z1"), addTracking("1Z2"), editTracking("1Z1", "1Z9")).after();

    assertThat(after.parcels()).extracting(Parcel::trackingNumber).containsExactly("1Z9", "1Z2");
    assertThat(after.parcels().getFirst().shippedOn()).contains(MONDAY);
  }

  @Test
  void aTrackingNumberCorrectedToAKnownOneJoinsTheTwoParcels() {
    Parcel right = new Parcel("UPS", "1Z2", Optional.of(TUESDAY), List.of(new ParcelLine(2, 4)));

    Order after =
        shop.fire(addTracking("1Z1"), addParcel(right), editTracking("1Z1", "1Z2")).after();

    assertThat(after.parcels()).containsExactly(right);
  }
}
