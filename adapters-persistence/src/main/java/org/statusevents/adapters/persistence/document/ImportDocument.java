package org.statusevents.adapters.persistence.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.order.CustomerContact;
import org.statusevents.domain.order.OrderImport;
import org.statusevents.domain.order.OrderNumber;

/// An order as it came in, without the person who ordered.
final class ImportDocument {
  private ImportDocument() {}

  static JsonNode write(OrderImport order) {
    ObjectNode document = Json.object().put("number", order.number().value());
    Json.putText(document, "cartOrderNumber", order.cartOrderNumber());
    Json.putText(document, "channel", order.channel());
    Json.putText(document, "orderedAt", order.orderedAt().map(Json::storedTime));
    document.set("lines", Json.array(order.lines(), LinesDocument::writeNewLine));
    return document;
  }

  static OrderImport read(JsonNode document) {
    return new OrderImport(
        new OrderNumber(Json.requiredText(document, "number")),
        Json.text(document, "cartOrderNumber"),
        Json.text(document, "channel", ChannelId::new),
        Json.text(document, "orderedAt", Instant::parse),
        CustomerContact.UNKNOWN,
        Json.list(Json.required(document, "lines"), LinesDocument::readNewLine));
  }
}
