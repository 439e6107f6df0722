package org.statusevents.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.domain.decision.Events.MONDAY;
import static org.statusevents.domain.decision.Events.add;
import static org.statusevents.domain.decision.Events.addParcel;
import static org.statusevents.domain.decision.Events.addTracking;
import static org.statusevents.domain.decision.Events.approve;
import static org.statusevents.domain.decision.Events.chooseAllLineLabels;
import static org.statusevents.domain.decision.Events.chooseLineLabel;
import static org.statusevents.domain.decision.Events.chooseOrderLabel;
import static org.statusevents.domain.decision.Events.editTracking;
import static org.statusevents.domain.decision.Events.imported;
import static org.statusevents.domain.decision.Events.move;
import static org.statusevents.domain.decision.Events.on;
import static org.statusevents.domain.decision.Events.reviseAlike;
import static org.statusevents.domain.decision.Events.reviseQuantity;
import static org.statusevents.domain.decision.Events.ship;
import static org.statusevents.domain.decision.Events.some;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.statusevents.domain.configuration.ConfigurationChange;
import org.statusevents.domain.event.EventData;
import org.statusevents.domain.event.LineSelection;
import org.statusevents.domain.event.LineSelection.LineQuantity;
import org.statusevents.domain.event.OccurredEvent;
import org.statusevents.domain.event.StandardEvent;
import org.statusevents.domain.label.LabelKind;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.label.StatusLabel;
import org.statusevents.domain.order.NewLine;
import org.statusevents.domain.order.Order;
import org.statusevents.domain.order.OrderImport;
import org.statusevents.domain.order.Parcel;
import org.statusevents.domain.order.Parcel.ParcelLine;
import org.statusevents.domain.order.Quantities;

/// What an operation may not carry, and where it says so. Nothing of a refused operation is
/// applied, and all that is wrong is told at once.
class RefusedDataTest {
  private final Shop shop = Shop.payload().label("Known");

  private List<String> pointers(OccurredEvent... events) {
    return shop.problems(events).stream().map(DataProblem::pointer).toList();
  }

  static Stream<OccurredEvent> eventsThatNameTheUnknownLine9() {
    return Stream.of(
        on(StandardEvent.ITEM_CANCEL, 1, 9),
        on(StandardEvent.ORDER_CANCEL_BACK_ORDER, 1, 9),
        on(StandardEvent.DROP_SHIP_CANCELED, 1, 9),
        Events.dropShip(1, 9),
        Events.expect(MONDAY, 1, 9),
        ship(MONDAY, some(LineQuantity.all(1), LineQuantity.all(9))),
        move(
            StandardEvent.ITEM_EXCHANGE,
            some(LineQuantity.all(1), LineQuantity.of(9, 1)),
            Shop.NEW_ORDER),
        addParcel(
            new Parcel(
                "UPS",
                "1Z1",
                Optional.empty(),
                List.of(new ParcelLine(1, 1), new ParcelLine(9, 1)))),
        OccurredEvent.of(
            StandardEvent.ITEM_CHANGE_STATUS,
            new EventData.LineLabelsChosen(
                List.of(
                    new EventData.ChosenLineLabel(1, new LabelText("Known")),
                    new EventData.ChosenLineLabel(9, new LabelText("Known"))))));
  }

  @ParameterizedTest
  @MethodSource("eventsThatNameTheUnknownLine9")
  void anUnknownLineIsRefusedAtItsPlace(OccurredEvent event) {
    assertThat(shop.problems(approve(), event))
        .containsExactly(
            new DataProblem("/events/1/data/lines/1/line", "line 9 is not in the order"));
  }

  @Test
  void anUnknownLineIsRefusedAmongTheChangesOfARevision() {
    assertThat(pointers(reviseQuantity(9, 1))).containsExactly("/events/0/data/changes/0/line");
  }

  @Test
  void aLineNamedTwiceIsRefusedAtTheSecondPlace() {
    assertThat(shop.problems(on(StandardEvent.ITEM_RETURN, 1, 2, 1)))
        .containsExactly(new DataProblem("/events/0/data/lines/2/line", "line 1 is named twice"));
  }

  @Test
  void moreThanIsOpenCannotBeCancelled() {
    shop.fire(ship(MONDAY, some(LineQuantity.of(2, 3))));

    assertThat(shop.problems(on(StandardEvent.ITEM_CANCEL, some(LineQuantity.of(2, 2)))))
        .containsExactly(
            new DataProblem(
                "/events/0/data/lines/0/quantity", "quantity: 2 (expected: at most 1)"));
  }

  @Test
  void moreThanIsOpenCannotShip() {
    shop.fire(on(StandardEvent.ITEM_CANCEL, some(LineQuantity.of(2, 3))));

    assertThat(pointers(ship(MONDAY, some(LineQuantity.of(1, 2), LineQuantity.of(2, 2)))))
        .containsExactly("/events/0/data/lines/1/quantity");
  }

  @Test
  void moreThanIsLeftCannotComeBack() {
    shop.fire(on(StandardEvent.ITEM_RETURN, some(LineQuantity.of(2, 3))));

    assertThat(pointers(on(StandardEvent.ITEM_RETURN, some(LineQuantity.of(2, 2)))))
        .containsExactly("/events/0/data/lines/0/quantity");
  }

  @Test
  void moreThanCameBackCannotBeReversed() {
    shop.fire(on(StandardEvent.ITEM_RETURN, some(LineQuantity.of(2, 3))));

    assertThat(pointers(on(StandardEvent.ITEM_UNRETURN, some(LineQuantity.of(2, 4)))))
        .containsExactly("/events/0/data/lines/0/quantity");
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "ITEM_FORCE_BACKORDER",
        "ORDER_FORCE_BACKORDER",
        "DROP_SHIP_CANCELED",
        "ITEM_EXCHANGE",
        "ITEM_FILL_BACKORDER",
        "ORDER_FILL_BACKORDER"
      })
  void moreThanWasOrderedIsRefused(StandardEvent event) {
    var five = some(LineQuantity.of(2, 5));
    OccurredEvent tooMany =
        event.dataShape().name().endsWith("TO_NEW_ORDER")
            ? move(event, five, Shop.NEW_ORDER)
            : on(event, five);

    assertThat(shop.problems(tooMany))
        .containsExactly(
            new DataProblem(
                "/events/0/data/lines/0/quantity", "quantity: 5 (expected: at most 4)"));
  }

  @Test
  void aParcelHoldsNoMoreThanWasOrderedOfALine() {
    Parcel parcel =
        new Parcel(
            "UPS",
            "1Z1",
            Optional.empty(),
            List.of(new ParcelLine(1, ParcelLine.ALL), new ParcelLine(2, 5), new ParcelLine(3, 1)));

    assertThat(pointers(addParcel(parcel))).containsExactly("/events/0/data/lines/1/quantity");
  }

  @Test
  void anOrderHasABoundedNumberOfParcels() {
    Order full =
        shop.order()
            .withParcels(
                IntStream.range(0, Order.PARCELS_MAX)
                    .mapToObj(i -> new Parcel("UPS", "1Z" + i, Optional.empty(), List.of()))
                    .toList());
    shop.know(full);

    assertThat(pointers(addTracking("1Z-MORE"))).containsExactly("/events/0/data/trackingNumber");
    assertThat(shop.decide(addTracking("1Z7"))).isInstanceOf(Decision.Decided.class);
  }

  @Test
  void anUnknownOldTrackingNumberIsRefused() {
    shop.fire(addTracking("1Z1"));

    assertThat(pointers(editTracking("1Z2", "1Z3")))
        .containsExactly("/events/0/data/oldTrackingNumber");
  }

  @Test
  void aRevisedQuantityIsWithinWhatBecameOfTheLineAndTheMost() {
    shop.fire(ship(MONDAY, some(LineQuantity.of(2, 3))));

    assertThat(pointers(reviseQuantity(2, 2))).containsExactly("/events/0/data/changes/0/quantity");
    assertThat(pointers(reviseQuantity(1, 0))).containsExactly("/events/0/data/changes/0/quantity");
    assertThat(pointers(reviseQuantity(1, Quantities.ORDERED_MAX + 1)))
        .containsExactly("/events/0/data/changes/0/quantity");
    assertThat(shop.decide(reviseQuantity(1, Quantities.ORDERED_MAX)))
        .isInstanceOf(Decision.Decided.class);
  }

  @Test
  void aQuantityForLinesAlikeIsRefusedOnceAndWhereItStands() {
    shop.fire(ship(MONDAY, some(LineQuantity.of(1, 2), LineQuantity.of(2, 3))));

    assertThat(pointers(reviseAlike(new LineSelection.AllLines(), "Gift", 1)))
        .containsExactly("/events/0/data/changes/quantity");
    assertThat(pointers(reviseAlike(LineSelection.lines(9, 1, 1), "Gift", 4)))
        .containsExactly("/events/0/data/lines/0/line", "/events/0/data/lines/2/line");
  }

  @Test
  void aNumberThatIsTakenCannotBeAdded() {
    NewLine four = new NewLine(4, "SKU-4", "Jam", 1);

    assertThat(shop.problems(add(new NewLine(2, "SKU-4", "Jam", 1), four, four)))
        .extracting(DataProblem::pointer)
        .containsExactly("/events/0/data/newLines/0/line", "/events/0/data/newLines/2/line");
  }

  @Test
  void anOrderHasABoundedNumberOfLines() {
    NewLine[] many =
        IntStream.range(0, OrderImport.LINES_MAX - 3)
            .mapToObj(i -> new NewLine(10 + i, "SKU", "Tea", 1))
            .toArray(NewLine[]::new);
    shop.fire(add(many));

    assertThat(pointers(add(new NewLine(5, "SKU", "Tea", 1))))
        .containsExactly("/events/0/data/newLines");
  }

  @Test
  void aChosenLabelMustBeInTheListAndNotArchived() {
    shop.change(
        new ConfigurationChange.SetLabel(
            new StatusLabel(
                new LabelText("Old"),
                LabelKind.OTHER,
                StatusLabel.COLOR_DEFAULT,
                Map.of(),
                false,
                true)));

    assertThat(pointers(chooseOrderLabel("Known"), chooseOrderLabel("Unknown")))
        .containsExactly("/events/1/data/label");
    assertThat(pointers(chooseAllLineLabels("Old"))).containsExactly("/events/0/data/label");
    assertThat(pointers(chooseLineLabel(1, "known")))
        .containsExactly("/events/0/data/lines/0/label");
  }

  @Test
  void aNewOrdersNumberMustBeFreeOrOfTheSameImport() {
    shop.know(Shop.order("1002", new NewLine(1, "SKU-7", "Salt", 1)));

    assertThat(
            pointers(move(StandardEvent.ITEM_EXCHANGE, some(LineQuantity.all(2)), Shop.NEW_ORDER)))
        .containsExactly("/events/0/data/newOrder/number");
  }

  @Test
  void anOrderCannotArriveAsTheNewOrderOfItself() {
    assertThat(pointers(move(StandardEvent.ITEM_EXCHANGE, some(LineQuantity.all(2)), Shop.IMPORT)))
        .containsExactly("/events/0/data/newOrder/number");
  }

  @Test
  void anImportComesOnlyFirst() {
    assertThat(pointers(approve(), imported(Shop.IMPORT))).containsExactly("/events/1/type");
    assertThat(
            Decider.decide(
                shop.operation(
                    Shop.NEW_ORDER.number(), imported(Shop.NEW_ORDER), imported(Shop.NEW_ORDER)),
                shop.known(),
                shop.policy()))
        .isInstanceOfSatisfying(
            Decision.DataRefused.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(DataProblem::pointer)
                    .containsExactly("/events/1/type"));
  }

  @Test
  void anImportIsOfTheOrderThatTheOperationNames() {
    assertThat(
            Decider.decide(
                shop.operation(
                    Shop.NEW_ORDER.number(),
                    imported(Shop.order("1003", new NewLine(1, "S", "Tea", 1)))),
                shop.known(),
                shop.policy()))
        .isInstanceOfSatisfying(
            Decision.DataRefused.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(DataProblem::pointer)
                    .containsExactly("/events/0/data/order/number"));
  }

  @Test
  void anOrderThatExistsIsNotImportedAgainAndSaysWhetherItIsTheSame() {
    OrderImport other = Shop.order("1001", new NewLine(1, "SKU-7", "Salt", 1));

    assertThat(shop.decide(imported(Shop.IMPORT)))
        .isInstanceOfSatisfying(
            Decision.OrderExists.class, exists -> assertThat(exists.sameImport()).isTrue());
    assertThat(shop.decide(imported(other)))
        .isInstanceOfSatisfying(
            Decision.OrderExists.class, exists -> assertThat(exists.sameImport()).isFalse());
  }

  @Test
  void anOrderThatDoesNotExistTakesNoEvent() {
    assertThat(Shop.empty().decide(approve())).isInstanceOf(Decision.OrderUnknown.class);
  }

  @Test
  void everyProblemOfAllEventsIsToldAtOnce() {
    List<OccurredEvent> events = new ArrayList<>();
    events.add(chooseOrderLabel("Unknown"));
    events.add(on(StandardEvent.ITEM_CANCEL, some(LineQuantity.of(2, 9), LineQuantity.all(8))));
    events.add(editTracking("1Z1", "1Z2"));

    assertThat(pointers(events.toArray(OccurredEvent[]::new)))
        .containsExactlyInAnyOrder(
            "/events/0/data/label",
            "/events/1/data/lines/0/quantity",
            "/events/1/data/lines/1/line",
            "/events/2/data/oldTrackingNumber");
  }

  @Test
  void quantitiesAreCheckedAgainstWhatEarlierEventsOfTheOperationLeft() {
    OccurredEvent three = on(StandardEvent.ITEM_CANCEL, some(LineQuantity.of(2, 3)));

    assertThat(pointers(three, three)).containsExactly("/events/1/data/lines/0/quantity");
  }
}
