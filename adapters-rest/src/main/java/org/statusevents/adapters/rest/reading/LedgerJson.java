package org.statusevents.adapters.rest.reading;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.statusevents.adapters.rest.json.Words;
import org.statusevents.application.reading.LedgerEntry;
import org.statusevents.domain.channel.ChannelId;

/// What events came to on channels, with as much of it as each list shows.
public final class LedgerJson {
  private LedgerJson() {}

  /// Within an event of the history.
  static ObjectNode ofChannel(LedgerEntry entry) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    putState(json, entry);
    entry.update().ifPresent(update -> json.put("update", update.toString()));
    return json;
  }

  /// In the ledger of an order.
  static ObjectNode ofEvent(LedgerEntry entry) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("sequence", entry.sequence())
            .put("event", entry.event().orElse(null));
    entry.update().ifPresent(update -> json.put("update", update.toString()));
    putState(json, entry);
    putAttempts(json, entry);
    return json;
  }

  /// In the store's list of updates.
  public static ObjectNode ofUpdate(LedgerEntry entry) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    entry.update().ifPresent(update -> json.put("id", update.toString()));
    json.put("order", entry.order().value())
        .put("sequence", entry.sequence())
        .put("event", entry.event().orElse(null));
    putState(json, entry);
    putAttempts(json, entry);
    return json;
  }

  private static void putState(ObjectNode json, LedgerEntry entry) {
    json.put("channel", entry.channel().map(ChannelId::value).orElse(null))
        .put("state", Words.of(entry.state()));
    entry.reason().ifPresent(reason -> json.put("reason", Words.of(reason)));
  }

  private static void putAttempts(ObjectNode json, LedgerEntry entry) {
    json.put("attempts", entry.attempts())
        .put("words", entry.words().orElse(null))
        .put("owedAt", entry.owedAt().toString())
        .put("lastAttemptAt", entry.lastAttemptAt().map(Instant::toString).orElse(null))
        .put("nextAttemptAt", entry.nextAttemptAt().map(Instant::toString).orElse(null))
        .put("discardedBy", entry.discardedBy().orElse(null));
  }
}
