package org.statusevents.domain.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.statusevents.domain.event.EventData;
import org.statusevents.domain.event.LineSelection;
import org.statusevents.domain.event.LineSelection.LineQuantity;
import org.statusevents.domain.event.OccurredEvent;
import org.statusevents.domain.event.StandardEvent;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.order.NewLine;
import org.statusevents.domain.order.OrderImport;
import org.statusevents.domain.order.Parcel;

/// Events as they occur in tests, with fixed dates.
final class Events {
  static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  static final LocalDate TUESDAY = LocalDate.of(2026, 3, 3);

  private Events() {}

  static OccurredEvent approve() {
    return OccurredEvent.of(StandardEvent.ORDER_APPROVE);
  }

  static OccurredEvent unapprove() {
    return OccurredEvent.of(StandardEvent.ORDER_UNAPPROVE);
  }

  static OccurredEvent imported(OrderImport order) {
    return OccurredEvent.of(StandardEvent.ORDER_IMPORT, new EventData.Imported(order));
  }

  /// An event that concerns lines and carries nothing besides.
  static OccurredEvent on(StandardEvent event, LineSelection lines) {
    return OccurredEvent.of(event, new EventData.AffectedLines(lines));
  }

  static OccurredEvent on(StandardEvent event, Integer... lines) {
    return on(event, LineSelection.lines(lines));
  }

  static LineSelection some(LineQuantity... lines) {
    return new LineSelection.SomeLines(List.of(lines));
  }

  static OccurredEvent addTracking(String number) {
    return addParcel(new Parcel("UPS", number, Optional.of(MONDAY), List.of()));
  }

  static OccurredEvent addParcel(Parcel parcel) {
    return OccurredEvent.of(
        StandardEvent.ORDER_ADD_TRACKING_NUMBER, new EventData.ParcelAdded(parcel));
  }

  static OccurredEvent editTracking(String old, String number) {
    Parcel parcel = new Parcel("UPS", number, Optional.empty(), List.of());
    return OccurredEvent.of(
        StandardEvent.ORDER_EDIT_TRACKING_NUMBER, new EventData.ParcelEdited(old, parcel));
  }

  static OccurredEvent shipOrder(LocalDate date) {
    return OccurredEvent.of(
        StandardEvent.ORDER_SET_ACTUAL_SHIP_DATE,
        new EventData.ActualShipDate(new LineSelection.AllLines(), date));
  }

  static OccurredEvent ship(LocalDate date, LineSelection lines) {
    return OccurredEvent.of(
        StandardEvent.ITEM_SET_ACTUAL_SHIP_DATE, new EventData.ActualShipDate(lines, date));
  }

  static OccurredEvent expect(LocalDate date, Integer... lines) {
    return OccurredEvent.of(
        StandardEvent.ITEM_SET_EXPECTED_SHIP_DATE,
        new EventData.ExpectedShipDate(LineSelection.lines(lines), date));
  }

  static OccurredEvent add(NewLine... lines) {
    return OccurredEvent.of(StandardEvent.ITEM_ADD, new EventData.LinesAdded(List.of(lines)));
  }

  static OccurredEvent reviseQuantity(int line, int quantity) {
    return revise(
        new EventData.LineRevision(
            line, Optional.empty(), Optional.empty(), OptionalInt.of(quantity)));
  }

  static OccurredEvent revise(EventData.LineRevision... revisions) {
    return OccurredEvent.of(
        StandardEvent.ITEM_REVISE, new EventData.LinesRevised(List.of(revisions)));
  }

  static OccurredEvent reviseAlike(LineSelection lines, String name, int quantity) {
    return OccurredEvent.of(
        StandardEvent.ITEM_REVISE,
        new EventData.LinesRevisedAlike(
            lines, Optional.empty(), Optional.of(name), OptionalInt.of(quantity)));
  }

  static OccurredEvent dropShip(Integer... lines) {
    return OccurredEvent.of(
        StandardEvent.DROP_SHIP_ORDERED,
        new EventData.OrderedFromSupplier(
            LineSelection.lines(lines), Optional.of("Acme"), Optional.of("PO-7")));
  }

  static OccurredEvent chooseOrderLabel(String label) {
    return OccurredEvent.of(
        StandardEvent.ORDER_CHANGE_STATUS, new EventData.OrderLabelChosen(new LabelText(label)));
  }

  static OccurredEvent chooseLineLabel(int line, String label) {
    return OccurredEvent.of(
        StandardEvent.ITEM_CHANGE_STATUS,
        new EventData.LineLabelsChosen(
            List.of(new EventData.ChosenLineLabel(line, new LabelText(label)))));
  }

  static OccurredEvent chooseAllLineLabels(String label) {
    return OccurredEvent.of(
        StandardEvent.ITEM_CHANGE_STATUS, new EventData.AllLineLabelsChosen(new LabelText(label)));
  }

  static OccurredEvent move(StandardEvent event, LineSelection lines, OrderImport newOrder) {
    return OccurredEvent.of(event, new EventData.MovedToNewOrder(lines, Optional.of(newOrder)));
  }

  static OccurredEvent fill(StandardEvent event, Integer... lines) {
    return OccurredEvent.of(
        event, new EventData.MovedToNewOrder(LineSelection.lines(lines), Optional.empty()));
  }

  /// One of each kind, for the order of [Shop#IMPORT] after [Shop#prepared]; lines are line 2.
  static OccurredEvent sample(StandardEvent event) {
    return switch (event.dataShape()) {
      case NONE -> OccurredEvent.of(event);
      case LINES, OPTIONAL_LINES -> on(event, some(LineQuantity.of(2, 1)));
      case SUPPLIER_LINES -> dropShip(2);
      case EXPECTED_SHIP_DATE -> expect(TUESDAY, 2);
      case ITEM_SHIP_DATE -> ship(TUESDAY, some(LineQuantity.of(2, 1)));
      case ORDER_SHIP_DATE -> shipOrder(TUESDAY);
      case NEW_LINES -> add(new NewLine(4, "SKU-4", "Jam", 5));
      case REVISION -> reviseQuantity(2, 9);
      case PARCEL -> addTracking("1Z-NEW");
      case PARCEL_CHANGE -> editTracking("1Z-OLD", "1Z-NEW");
      case LINE_LABELS -> chooseLineLabel(2, "Paid");
      case ORDER_LABEL -> chooseOrderLabel("Paid");
      case LINES_TO_NEW_ORDER, OPTIONAL_LINES_TO_NEW_ORDER ->
          move(event, some(LineQuantity.of(2, 1)), Shop.NEW_ORDER);
      case ORDER -> imported(Shop.IMPORT);
    };
  }
}
