package org.statusevents.adapters.persistence.delivering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.statusevents.adapters.persistence.document.Json;
import org.statusevents.application.delivering.ReplaySelection;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.domain.order.OrderNumber;

/// What a replay selected, as it is kept.
final class ReplaySelectionDocument {
  private ReplaySelectionDocument() {}

  static JsonNode write(ReplaySelection selection) {
    ObjectNode document = Json.object();
    switch (selection) {
      case ReplaySelection.ById(Set<UpdateId> updates) ->
          document.set("updates", words(updates.stream().map(UpdateId::toString)));
      case ReplaySelection.ByFilter(var from, var to, var orders, var state) -> {
        Json.putText(document, "from", from);
        Json.putText(document, "to", to);
        document.set("orders", words(orders.stream().map(OrderNumber::value)));
        Json.putText(document, "state", state);
      }
    }
    return document;
  }

  static ReplaySelection read(JsonNode document) {
    if (document.has("updates")) {
      return new ReplaySelection.ById(
          words(document.get("updates"))
              .map(word -> new UpdateId(UUID.fromString(word)))
              .collect(Collectors.toUnmodifiableSet()));
    }
    return new ReplaySelection.ByFilter(
        Json.text(document, "from", Instant::parse),
        Json.text(document, "to", Instant::parse),
        words(document.get("orders")).map(OrderNumber::new).collect(Collectors.toUnmodifiableSet()),
        Json.text(document, "state", UpdateState::valueOf));
  }

  private static ArrayNode words(Stream<String> words) {
    ArrayNode array = Json.array();
    words.sorted().forEach(array::add);
    return array;
  }

  private static Stream<String> words(JsonNode array) {
    return Json.list(array, JsonNode::textValue).stream();
  }
}
