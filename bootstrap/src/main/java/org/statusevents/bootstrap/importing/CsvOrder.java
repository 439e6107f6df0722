package org.statusevents.bootstrap.importing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.statusevents.bootstrap.importing.CsvRow.Place;
import org.statusevents.bootstrap.importing.ImportMapping.OrderField;

/// An order as read from the files: right as far as can be told without asking the service.
record CsvOrder(
    Place place,
    String number,
    Optional<Instant> orderedAt,
    Optional<LocalDate> shippedOn,
    Optional<Instant> shippedAt,
    Map<OrderField, String> texts,
    List<CsvLine> lines) {
  CsvOrder {
    texts = Map.copyOf(texts);
    lines = List.copyOf(lines);
  }

  Optional<String> text(OrderField field) {
    return Optional.ofNullable(texts.get(field));
  }

  /// Says nothing of the person.
  @Override
  public String toString() {
    return "CsvOrder[" + number + ", " + place + "]";
  }

  /// `line` counts the order's rows in the file, wrong ones too, so that it stays when they are
  /// mended.
  record CsvLine(Place place, int line, String sku, String name, int quantity) {}
}
