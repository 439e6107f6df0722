package org.statusevents.adapters.persistence.document;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.order.Line;
import org.statusevents.domain.order.Quantities;

/// The lines of an order as its row holds them: an array for each, see the migration that made the
/// column.
public final class OrderLinesDocument {
  private OrderLinesDocument() {}

  public static String text(List<Line> lines) {
    return Json.text(lines, OrderLinesDocument::write);
  }

  public static List<Line> read(JsonNode document) {
    return Json.list(document, OrderLinesDocument::readLine);
  }

  private static void write(JsonGenerator out, Line line) throws IOException {
    Quantities quantities = line.quantities();
    out.writeStartArray();
    out.writeNumber(line.number());
    out.writeString(line.sku());
    out.writeString(line.name());
    out.writeNumber(quantities.ordered());
    out.writeNumber(quantities.shipped());
    out.writeNumber(quantities.cancelled());
    out.writeNumber(quantities.cancelledWithOrder());
    out.writeNumber(quantities.returned());
    out.writeNumber(quantities.moved());
    out.writeString(Json.orNull(line.label()));
    out.writeString(Json.orNull(line.expectedShipDate()));
    out.writeString(Json.orNull(line.actualShipDate()));
    out.writeEndArray();
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
