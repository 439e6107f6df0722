package org.statusevents.domain.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.order.NewLine;
import org.statusevents.domain.order.OrderImport;
import org.statusevents.domain.order.Parcel;

/// What an event carries. The recorded facts of an order change by this alone, never by labels
/// (R24). No amounts and no street addresses exist here (R36).
public sealed interface EventData {
  record Nothing() implements EventData {}

  record AffectedLines(LineSelection lines) implements EventData {}

  record OrderedFromSupplier(
      LineSelection lines, Optional<String> supplier, Optional<String> purchaseOrder)
      implements EventData {}

  record ExpectedShipDate(LineSelection lines, LocalDate date) implements EventData {}

  record ActualShipDate(LineSelection lines, LocalDate date) implements EventData {}

  record LinesAdded(List<NewLine> lines) implements EventData {
    public LinesAdded {
      lines = List.copyOf(lines);
    }
  }

  record LinesRevised(List<LineRevision> revisions) implements EventData {
    public LinesRevised {
      revisions = List.copyOf(revisions);
    }
  }

  /// The fields of a line that changed; `quantity` is the new ordered quantity.
  record LineRevision(
      int line, Optional<String> sku, Optional<String> name, OptionalInt quantity) {}

  /// The same change to each of the lines.
  record LinesRevisedAlike(
      LineSelection lines, Optional<String> sku, Optional<String> name, OptionalInt quantity)
      implements EventData {}

  record ParcelAdded(Parcel parcel) implements EventData {}

  record ParcelEdited(String oldTrackingNumber, Parcel parcel) implements EventData {}

  record LineLabelsChosen(List<ChosenLineLabel> labels) implements EventData {
    public LineLabelsChosen {
      labels = List.copyOf(labels);
    }
  }

  record ChosenLineLabel(int line, LabelText label) {}

  record AllLineLabelsChosen(LabelText label) implements EventData {}

  record OrderLabelChosen(LabelText label) implements EventData {}

  record MovedToNewOrder(LineSelection lines, Optional<OrderImport> newOrder)
      implements EventData {}

  record Imported(OrderImport order) implements EventData {}

  /// True where data of this form belongs to an event of that shape, and names lines where the
  /// shape wants them.
  default boolean fits(DataShape shape) {
    return switch (this) {
      case Nothing _ -> shape == DataShape.NONE;
      case AffectedLines(LineSelection lines) ->
          shape == DataShape.OPTIONAL_LINES || (shape == DataShape.LINES && lines.namesAny());
      case OrderedFromSupplier data -> shape == DataShape.SUPPLIER_LINES && data.lines().namesAny();
      case ExpectedShipDate(LineSelection lines, var _) ->
          shape == DataShape.EXPECTED_SHIP_DATE && lines.namesAny();
      case ActualShipDate(LineSelection lines, var _) ->
          shape == DataShape.ORDER_SHIP_DATE
              ? lines instanceof LineSelection.AllLines
              : shape == DataShape.ITEM_SHIP_DATE && lines.namesAny();
      case LinesAdded _ -> shape == DataShape.NEW_LINES;
      case LinesRevised _ -> shape == DataShape.REVISION;
      case LinesRevisedAlike data -> shape == DataShape.REVISION && data.lines().namesAny();
      case ParcelAdded _ -> shape == DataShape.PARCEL;
      case ParcelEdited _ -> shape == DataShape.PARCEL_CHANGE;
      case LineLabelsChosen _, AllLineLabelsChosen _ -> shape == DataShape.LINE_LABELS;
      case OrderLabelChosen _ -> shape == DataShape.ORDER_LABEL;
      case MovedToNewOrder(LineSelection lines, var _) ->
          shape == DataShape.OPTIONAL_LINES_TO_NEW_ORDER
              || (shape == DataShape.LINES_TO_NEW_ORDER && lines.namesAny());
      case Imported _ -> shape == DataShape.ORDER;
    };
  }
}
