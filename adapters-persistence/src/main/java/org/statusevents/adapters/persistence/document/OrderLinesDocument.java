package org.statusevents.adapters.persistence.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.order.Line;
import org.statusevents.domain.order.Quantities;

/// The lines of an order as its row holds them: an array for each, see the migration that made the
/// column.
public final class OrderLinesDocument {
  private OrderLinesDocument() {}

  public static ArrayNode write(List<Line> lines) {
    return Json.array(lines, OrderLinesDocument::writeLine);
  }

  public static List<Line> read(JsonNode document) {
    return Json.list(document, OrderLinesDocument::readLine);
  }

  private static JsonNode writeLine(Line line) {
    Quantities quantities = line.quantities();
    return Json.array()
        .add(line.number())
        .add(line.sku())
        .add(line.name())
        .add(quantities.ordered())
        .add(quantities.shipped())
        .add(quantities.cancelled())
        .add(quantities.cancelledWithOrder())
        .add(quantities.returned())
        .add(quantities.moved())
        .add(text(line.label().map(LabelText::value)))
        .add(text(line.expectedShipDate()))
        .add(text(line.actualShipDate()));
  }

  private static @Nullable String text(Optional<?> value) {
    return value.map(Object::toString).orElse(null);
  }

  private static Line readLine(JsonNode columns) {
    return new Line(
        columns.get(0).intValue(),
        columns.get(1).textValue(),
        columns.get(2).textValue(),
        new Quantities(
            columns.get(3).intValue(),
            columns.get(4).intValue(),
            columns.get(5).intValue(),
            columns.get(6).intValue(),
            columns.get(7).intValue(),
            columns.get(8).intValue()),
        optional(columns.get(9), LabelText::new),
        optional(columns.get(10), LocalDate::parse),
        optional(columns.get(11), LocalDate::parse));
  }

  private static <T> Optional<T> optional(JsonNode column, Function<String, T> read) {
    return column.isNull() ? Optional.empty() : Optional.of(read.apply(column.textValue()));
  }
}
