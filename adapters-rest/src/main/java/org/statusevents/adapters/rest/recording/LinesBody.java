package org.statusevents.adapters.rest.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.statusevents.adapters.rest.json.Field;
import org.statusevents.adapters.rest.json.Fields;
import org.statusevents.domain.event.LineSelection;
import org.statusevents.domain.event.LineSelection.LineQuantity;
import org.statusevents.domain.order.NewLine;
import org.statusevents.domain.order.OrderImport;
import org.statusevents.domain.order.Quantities;

/// Reads which lines an event names. A list of which not every line could be read is none at all,
/// because what is wrong with a line is told by its place.
final class LinesBody {
  static final String ALL = "all";

  private LinesBody() {}

  /// Lines with quantities, or `"all"`.
  static Optional<LineSelection> selection(Field lines) {
    return lines.is(ALL)
        ? Optional.of(new LineSelection.AllLines())
        : named(lines).map(LineSelection.SomeLines::new);
  }

  private static Optional<List<LineQuantity>> named(Field lines) {
    List<Field> elements = lines.elements(1, OrderImport.LINES_MAX);
    List<LineQuantity> named = new ArrayList<>();
    for (Field element : elements) {
      Fields fields = element.object();
      OptionalInt line = fields.required("line").integer(1, NewLine.LINE_MAX);
      OptionalInt quantity = fields.optional("quantity").integer(1, Quantities.ORDERED_MAX);
      fields.noOthers();
      line.ifPresent(number -> named.add(new LineQuantity(number, quantity)));
    }
    return ifWhole(named, elements);
  }

  /// What was read of the elements, where that is all of them and at least one.
  static <T> Optional<List<T>> ifWhole(List<T> read, List<Field> elements) {
    return read.isEmpty() || read.size() < elements.size() ? Optional.empty() : Optional.of(read);
  }
}
