package org.statusevents.adapters.persistence.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.statusevents.domain.decision.LabelChange;
import org.statusevents.domain.label.LabelText;

/// The labels that an event changed.
public final class ChangesDocument {
  private ChangesDocument() {}

  public static ArrayNode write(List<LabelChange> changes) {
    return Json.array(changes, ChangesDocument::writeChange);
  }

  public static List<LabelChange> read(JsonNode document) {
    return Json.list(document, ChangesDocument::readChange);
  }

  private static JsonNode writeChange(LabelChange change) {
    ObjectNode document = Json.object();
    change.line().ifPresent(line -> document.put("line", line));
    Json.putText(document, "previous", change.previous());
    return document.put("label", change.label().value());
  }

  private static LabelChange readChange(JsonNode document) {
    return new LabelChange(
        Json.number(document, "line"),
        Json.text(document, "previous", LabelText::new),
        new LabelText(Json.requiredText(document, "label")));
  }
}
