package org.statusevents.adapters.rest.reading;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.statusevents.application.reading.ReadHistory.HistoryEntry;
import org.statusevents.domain.event.EventNote;

/// An applied event, and where each channel stands with it now.
final class HistoryJson {
  private HistoryJson() {}

  static ObjectNode of(HistoryEntry entry) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("sequence", entry.applied().sequence())
            .put("event", entry.applied().event().type().key())
            .put("occurredAt", entry.occurredAt().toString())
            .put("recordedAt", entry.recordedAt().toString())
            .put("actor", entry.actor())
            .put("source", entry.source())
            .put("operation", entry.operation().value())
            .put("configurationVersion", entry.configurationVersion());
    EventNote note = entry.applied().event().note();
    note.reason().ifPresent(reason -> json.put("reason", reason));
    note.reference().ifPresent(reference -> json.put("reference", reference));
    json.set("changes", ChangesJson.of(entry.applied().changes()));
    ArrayNode channels = json.putArray("channels");
    entry.channels().forEach(channel -> channels.add(LedgerJson.ofChannel(channel)));
    return json;
  }
}
