package org.statusevents.adapters.rest.reading;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.statusevents.domain.decision.LabelChange;
import org.statusevents.domain.label.LabelText;

/// Labels that became others; one without `line` is the order's own.
final class ChangesJson {
  private ChangesJson() {}

  static ArrayNode of(List<LabelChange> changes) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    for (LabelChange change : changes) {
      ObjectNode item = json.addObject();
      change.line().ifPresent(line -> item.put("line", line));
      item.put("previousLabel", change.previous().map(LabelText::value).orElse(null));
      item.put("label", change.label().value());
    }
    return json;
  }
}
