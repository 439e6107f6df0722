package org.statusevents.testkit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.statusevents.domain.event.EventData;
import org.statusevents.domain.event.LineSelection;
import org.statusevents.domain.event.LineSelection.LineQuantity;
import org.statusevents.domain.event.OccurredEvent;
import org.statusevents.domain.event.StandardEvent;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.order.OrderImport;
import org.statusevents.domain.order.Parcel;

/// Events as they occur, with the data that each needs.
public final class Events {
  public static final LocalDate DAY = LocalDate.parse("2026-03-05");

  private Events() {}

  public static OccurredEvent approved() {
    return OccurredEvent.of(StandardEvent.ORDER_APPROVE);
  }

  public static OccurredEvent unapproved() {
    return OccurredEvent.of(StandardEvent.ORDER_UNAPPROVE);
  }

  public static OccurredEvent paid() {
    return OccurredEvent.of(StandardEvent.ORDER_PAYMENT_RECEIVED);
  }

  public static OccurredEvent packed() {
    return OccurredEvent.of(StandardEvent.ORDER_PACK);
  }

  public static OccurredEvent cancelled() {
    return OccurredEvent.of(StandardEvent.ORDER_CANCEL);
  }

  public static OccurredEvent imported(OrderImport order) {
    return OccurredEvent.of(StandardEvent.ORDER_IMPORT, new EventData.Imported(order));
  }

  /// A parcel of which nobody said what is in it.
  public static OccurredEvent tracked(String carrier, String trackingNumber) {
    return tracked(new Parcel(carrier, trackingNumber, Optional.of(DAY), List.of()));
  }

  public static OccurredEvent tracked(Parcel parcel) {
    return OccurredEvent.of(
        StandardEvent.ORDER_ADD_TRACKING_NUMBER, new EventData.ParcelAdded(parcel));
  }

  public static OccurredEvent shipped() {
    return OccurredEvent.of(
        StandardEvent.ORDER_SET_ACTUAL_SHIP_DATE,
        new EventData.ActualShipDate(new LineSelection.AllLines(), DAY));
  }

  public static OccurredEvent shipped(int line, int quantity) {
    return OccurredEvent.of(
        StandardEvent.ITEM_SET_ACTUAL_SHIP_DATE,
        new EventData.ActualShipDate(
            new LineSelection.SomeLines(List.of(LineQuantity.of(line, quantity))), DAY));
  }

  public static OccurredEvent expected(Integer... lines) {
    return OccurredEvent.of(
        StandardEvent.ITEM_SET_EXPECTED_SHIP_DATE,
        new EventData.ExpectedShipDate(LineSelection.lines(lines), DAY.plusDays(3)));
  }

  public static OccurredEvent returned(int line, int quantity) {
    return affected(StandardEvent.ITEM_RETURN, line, quantity);
  }

  public static OccurredEvent lineCancelled(int line, int quantity) {
    return affected(StandardEvent.ITEM_CANCEL, line, quantity);
  }

  private static OccurredEvent affected(StandardEvent event, int line, int quantity) {
    return OccurredEvent.of(
        event,
        new EventData.AffectedLines(
            new LineSelection.SomeLines(List.of(LineQuantity.of(line, quantity)))));
  }

  /// Exchanges a line for what is in `newOrder`.
  public static OccurredEvent exchanged(int line, OrderImport newOrder) {
    return OccurredEvent.of(
        StandardEvent.ITEM_EXCHANGE,
        new EventData.MovedToNewOrder(LineSelection.lines(line), Optional.of(newOrder)));
  }

  public static OccurredEvent orderLabelled(LabelText label) {
    return OccurredEvent.of(
        StandardEvent.ORDER_CHANGE_STATUS, new EventData.OrderLabelChosen(label));
  }

  public static OccurredEvent linesLabelled(LabelText label, int... lines) {
    return OccurredEvent.of(
        StandardEvent.ITEM_CHANGE_STATUS,
        new EventData.LineLabelsChosen(
            IntStream.of(lines)
                .mapToObj(line -> new EventData.ChosenLineLabel(line, label))
                .toList()));
  }
}
