package org.statusevents.bootstrap.importing;

import java.util.Optional;
import org.statusevents.bootstrap.importing.CsvOrder.CsvLine;
import org.statusevents.bootstrap.importing.ImportMapping.OrderField;
import org.statusevents.domain.order.NewLine;
import org.statusevents.domain.order.Quantities;

/// A row of the lines file as a line of an order, or what is wrong with it.
final class LineRow {
  private final CsvRow row;
  private final ImportMapping mapping;
  private final Referred product;

  LineRow(CsvRow row, ImportMapping mapping, Referred product) {
    this.row = row;
    this.mapping = mapping;
    this.product = product;
  }

  Optional<String> problem() {
    String order = mapping.orderOfLine();
    return row.fault()
        .or(() ->
            row.value(order).isEmpty() ? Optional.of(order + " is missing") : Optional.empty())
        .or(product::problem)
        .or(() -> textProblem(OrderField.LINE_SKU, NewLine.SKU_LENGTH_MAX))
        .or(() -> textProblem(OrderField.LINE_NAME, NewLine.NAME_LENGTH_MAX))
        .or(this::quantityProblem);
  }

  /// To be asked only where there is no problem.
  CsvLine line(int number) {
    return new CsvLine(
        row.place(),
        number,
        text(OrderField.LINE_SKU),
        text(OrderField.LINE_NAME),
        Integer.parseInt(text(OrderField.LINE_QUANTITY)));
  }

  private Optional<String> textProblem(OrderField field, int lengthMax) {
    String text = text(field);
    return text.isEmpty() || text.length() > lengthMax
        ? Optional.of(field.text() + " (expected: 1.." + lengthMax + " characters)")
        : Optional.empty();
  }

  private Optional<String> quantityProblem() {
    String text = text(OrderField.LINE_QUANTITY);
    boolean right =
        text.matches("\\d{1,7}")
            && Integer.parseInt(text) >= 1
            && Integer.parseInt(text) <= Quantities.ORDERED_MAX;
    return right
        ? Optional.empty()
        : Optional.of("quantity \"" + text + "\" (expected: 1.." + Quantities.ORDERED_MAX + ")");
  }

  private String text(OrderField field) {
    return OrderFiles.value(mapping, field, row, product).orElse("");
  }
}
