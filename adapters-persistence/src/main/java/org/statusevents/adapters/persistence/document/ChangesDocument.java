package org.statusevents.adapters.persistence.document;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.statusevents.domain.decision.LabelChange;
import org.statusevents.domain.label.LabelText;

/// The labels that an event changed.
public final class ChangesDocument {
  private ChangesDocument() {}

  public static String text(List<LabelChange> changes) {
    return Json.text(changes, ChangesDocument::write);
  }

  public static List<LabelChange> read(JsonNode document) {
    return Json.list(document, ChangesDocument::readChange);
  }

  static void write(JsonGenerator out, LabelChange change) throws IOException {
    out.writeStartObject();
    if (change.line().isPresent()) {
      out.writeNumberField("line", change.line().getAsInt());
    }
    Json.write(out, "previous", change.previous());
    out.writeStringField("label", change.label().value());
    out.writeEndObject();
  }

  private static LabelChange readChange(JsonNode document) {
    return new LabelChange(
        Json.number(document, "line"),
        Json.text(document, "previous", LabelText::new),
        new LabelText(Json.requiredText(document, "label")));
  }
}
