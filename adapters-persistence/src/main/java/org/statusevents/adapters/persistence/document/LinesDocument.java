package org.statusevents.adapters.persistence.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.statusevents.domain.event.LineSelection;
import org.statusevents.domain.event.LineSelection.LineQuantity;
import org.statusevents.domain.order.NewLine;

/// Lines that an event names or brings.
final class LinesDocument {
  private static final String ALL = "all";
  private static final String NONE = "none";
  private static final String LINE = "line";
  private static final String QUANTITY = "quantity";

  private LinesDocument() {}

  static JsonNode write(LineSelection selection) {
    return switch (selection) {
      case LineSelection.AllLines _ -> TextNode.valueOf(ALL);
      case LineSelection.NoLines _ -> TextNode.valueOf(NONE);
      case LineSelection.SomeLines(var lines) -> Json.array(lines, LinesDocument::writeQuantity);
    };
  }

  static LineSelection read(JsonNode document) {
    if (document.isArray()) {
      return new LineSelection.SomeLines(Json.list(document, LinesDocument::readQuantity));
    }
    return document.asText().equals(ALL)
        ? new LineSelection.AllLines()
        : new LineSelection.NoLines();
  }

  private static JsonNode writeQuantity(LineQuantity named) {
    ObjectNode document = Json.object().put(LINE, named.line());
    named.quantity().ifPresent(quantity -> document.put(QUANTITY, quantity));
    return document;
  }

  private static LineQuantity readQuantity(JsonNode document) {
    return new LineQuantity(Json.requiredNumber(document, LINE), Json.number(document, QUANTITY));
  }

  static JsonNode writeNewLine(NewLine line) {
    return Json.object()
        .put(LINE, line.line())
        .put("sku", line.sku())
        .put("name", line.name())
        .put(QUANTITY, line.quantity());
  }

  static NewLine readNewLine(JsonNode document) {
    return new NewLine(
        Json.requiredNumber(document, LINE),
        Json.requiredText(document, "sku"),
        Json.requiredText(document, "name"),
        Json.requiredNumber(document, QUANTITY));
  }
}
