package org.statusevents.adapters.rest.recording;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import org.statusevents.adapters.rest.json.Field;
import org.statusevents.adapters.rest.json.Fields;
import org.statusevents.domain.event.DataShape;
import org.statusevents.domain.event.EventData;
import org.statusevents.domain.event.LineSelection;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.order.NewLine;
import org.statusevents.domain.order.OrderImport;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.domain.order.Parcel;
import org.statusevents.domain.order.Parcel.ParcelLine;
import org.statusevents.domain.order.Quantities;

/// Reads what an event carries, by the shape that its type asks for. Where a date or a number is
/// missing or wrong, something stands in for it, so that the rest can still be judged.
final class EventDataBody {
  private static final LocalDate SOME_DATE = LocalDate.EPOCH;
  private static final String SOME_NUMBER = "0";
  private static final int SUPPLIER_LENGTH_MAX = 200;

  private final Fields data;
  private final OrderNumber order;

  /// `order` is the order of the operation.
  EventDataBody(Fields data, OrderNumber order) {
    this.data = data;
    this.order = order;
  }

  /// The data; with findings where something is missing or wrong, and empty where that leaves
  /// nothing to judge.
  Optional<EventData> read(DataShape shape) {
    return switch (shape) {
      case NONE -> Optional.of(new EventData.Nothing());
      case LINES -> lines().map(EventData.AffectedLines::new);
      case OPTIONAL_LINES -> linesIfAny().map(EventData.AffectedLines::new);
      case SUPPLIER_LINES -> supplierLines();
      case EXPECTED_SHIP_DATE -> both(lines(), date(), EventData.ExpectedShipDate::new);
      case ITEM_SHIP_DATE -> both(lines(), date(), EventData.ActualShipDate::new);
      case ORDER_SHIP_DATE -> both(allLines(), date(), EventData.ActualShipDate::new);
      case NEW_LINES -> newLines();
      case REVISION -> new RevisionBody(data).read();
      case PARCEL -> parcel().map(EventData.ParcelAdded::new);
      case PARCEL_CHANGE ->
          both(trackingNumber("oldTrackingNumber"), parcel(), EventData.ParcelEdited::new);
      case LINE_LABELS -> lineLabels();
      case ORDER_LABEL -> label(data.required("label")).map(EventData.OrderLabelChosen::new);
      case LINES_TO_NEW_ORDER -> movedToNewOrder(lines());
      case OPTIONAL_LINES_TO_NEW_ORDER -> movedToNewOrder(linesIfAny());
      case ORDER -> imported();
    };
  }

  private Optional<EventData> supplierLines() {
    Optional<String> supplier = data.optional("supplier").textIfAny(SUPPLIER_LENGTH_MAX);
    Optional<String> purchaseOrder = data.optional("purchaseOrder").textIfAny(SUPPLIER_LENGTH_MAX);
    return lines().map(lines -> new EventData.OrderedFromSupplier(lines, supplier, purchaseOrder));
  }

  private Optional<EventData> newLines() {
    List<NewLine> lines = ImportBody.lines(data.required("newLines"), data);
    return lines.isEmpty() ? Optional.empty() : Optional.of(new EventData.LinesAdded(lines));
  }

  private Optional<LocalDate> date() {
    return data.required("date").date().or(() -> Optional.of(SOME_DATE));
  }

  private Optional<LineSelection> lines() {
    return LinesBody.selection(data.required("lines"));
  }

  private Optional<LineSelection> linesIfAny() {
    Field lines = data.optional("lines");
    return lines.isPresent()
        ? LinesBody.selection(lines)
        : Optional.of(new LineSelection.NoLines());
  }

  /// For events that concern all lines whatever is said; saying so is welcome.
  private Optional<LineSelection> allLines() {
    Field lines = data.optional("lines");
    if (lines.isPresent() && !lines.is(LinesBody.ALL)) {
      data.findings()
          .add(lines.pointer(), "the event concerns all lines (expected: nothing, or \"all\")");
    }
    return Optional.of(new LineSelection.AllLines());
  }

  /// Without a carrier, the form of the number tells it where it can (R51).
  private Optional<Parcel> parcel() {
    Optional<String> carrier = data.optional("carrier").textIfAny(Parcel.CARRIER_LENGTH_MAX);
    Optional<LocalDate> shippedOn = data.optional("shippedOn").date();
    List<ParcelLine> lines = parcelLines(data.optional("lines"));
    return trackingNumber("trackingNumber")
        .map(number -> new Parcel(carrier.orElse(""), number, shippedOn, lines));
  }

  private Optional<String> trackingNumber(String name) {
    return data.required(name)
        .text(Parcel.TRACKING_NUMBER_LENGTH_MAX)
        .or(() -> Optional.of(SOME_NUMBER));
  }

  /// All lines is what a parcel holds of which nothing is said.
  private static List<ParcelLine> parcelLines(Field lines) {
    if (lines.is(LinesBody.ALL)) {
      return List.of();
    }
    List<Field> elements = lines.elements(0, OrderImport.LINES_MAX);
    List<ParcelLine> content = new ArrayList<>();
    for (Field element : elements) {
      Fields fields = element.object();
      OptionalInt line = fields.required("line").integer(1, NewLine.LINE_MAX);
      OptionalInt quantity = fields.optional("quantity").integer(1, Quantities.ORDERED_MAX);
      fields.noOthers();
      line.ifPresent(
          number -> content.add(new ParcelLine(number, quantity.orElse(ParcelLine.ALL))));
    }
    return LinesBody.ifWhole(content, elements).orElse(List.of());
  }

  /// A label beside the lines is meant for those that name none.
  private Optional<EventData> lineLabels() {
    Field lines = data.required("lines");
    if (lines.is(LinesBody.ALL)) {
      return label(data.required("label")).map(EventData.AllLineLabelsChosen::new);
    }
    Optional<LabelText> common = label(data.optional("label"));
    List<Field> elements = lines.elements(1, OrderImport.LINES_MAX);
    List<EventData.ChosenLineLabel> chosen = new ArrayList<>();
    for (Field element : elements) {
      Fields fields = element.object();
      OptionalInt line = fields.required("line").integer(1, NewLine.LINE_MAX);
      Optional<LabelText> own =
          label(common.isPresent() ? fields.optional("label") : fields.required("label"));
      fields.noOthers();
      own.or(() -> common)
          .ifPresent(label ->
              line.ifPresent(number -> chosen.add(new EventData.ChosenLineLabel(number, label))));
    }
    return LinesBody.ifWhole(chosen, elements).map(EventData.LineLabelsChosen::new);
  }

  private static Optional<LabelText> label(Field field) {
    return field.word(LabelText::problemWith, LabelText::new);
  }

  private Optional<EventData> movedToNewOrder(Optional<LineSelection> lines) {
    Field field = data.optional("newOrder");
    Optional<OrderImport> newOrder =
        field.isPresent() ? ImportBody.read(field.object(), Optional.empty()) : Optional.empty();
    return lines.map(moved -> new EventData.MovedToNewOrder(moved, newOrder));
  }

  private Optional<EventData> imported() {
    return ImportBody.read(data.required("order").object(), Optional.of(order))
        .map(EventData.Imported::new);
  }

  private static <A, B> Optional<EventData> both(
      Optional<A> first, Optional<B> second, BiFunction<A, B, EventData> make) {
    return first.flatMap(a -> second.map(b -> make.apply(a, b)));
  }
}
