package org.statusevents.domain.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.domain.order.Parcel;

/// What an update says of an order after an operation (R34): frozen when it is owed (R44). No
/// payment, no address, no person (R36). `sequence` is the order's version; `previous...` labels
/// are those before the operation.
public record UpdateContent(
    OrderNumber order,
    Optional<String> cartOrderNumber,
    long sequence,
    Optional<LabelText> orderLabel,
    Optional<LabelText> previousOrderLabel,
    List<LineContent> lines,
    List<Parcel> parcels,
    List<String> events) {
  public UpdateContent {
    lines = List.copyOf(lines);
    parcels = List.copyOf(parcels);
    events = List.copyOf(events);
  }

  /// A line in an update; the expected date only where R35 lets it out.
  public record LineContent(
      int line,
      String sku,
      String name,
      Optional<LabelText> label,
      Optional<LabelText> previousLabel,
      int ordered,
      int shipped,
      int needed,
      Optional<LocalDate> expectedShipDate,
      Optional<LocalDate> actualShipDate) {}
}
