package org.statusevents.adapters.persistence.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.statusevents.domain.decision.UpdateContent;
import org.statusevents.domain.decision.UpdateContent.LineContent;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.order.OrderNumber;

/// What an update says.
public final class UpdateContentDocument {
  private UpdateContentDocument() {}

  public static ObjectNode write(UpdateContent content) {
    ObjectNode document = Json.object().put("order", content.order().value());
    Json.putText(document, "cartOrderNumber", content.cartOrderNumber());
    document.put("sequence", content.sequence());
    Json.putText(document, "orderLabel", content.orderLabel());
    Json.putText(document, "previousOrderLabel", content.previousOrderLabel());
    document.set("lines", Json.array(content.lines(), UpdateContentDocument::writeLine));
    document.set("parcels", Json.array(content.parcels(), ParcelDocument::write));
    content.events().forEach(document.putArray("events")::add);
    return document;
  }

  public static UpdateContent read(JsonNode document) {
    return new UpdateContent(
        new OrderNumber(Json.requiredText(document, "order")),
        Json.text(document, "cartOrderNumber"),
        Json.required(document, "sequence").longValue(),
        Json.text(document, "orderLabel", LabelText::new),
        Json.text(document, "previousOrderLabel", LabelText::new),
        Json.list(Json.required(document, "lines"), UpdateContentDocument::readLine),
        Json.list(Json.required(document, "parcels"), ParcelDocument::read),
        Json.list(Json.required(document, "events"), JsonNode::textValue));
  }

  private static JsonNode writeLine(LineContent line) {
    ObjectNode document =
        Json.object().put("line", line.line()).put("sku", line.sku()).put("name", line.name());
    Json.putText(document, "label", line.label());
    Json.putText(document, "previousLabel", line.previousLabel());
    document
        .put("ordered", line.ordered())
        .put("shipped", line.shipped())
        .put("needed", line.needed());
    Json.putText(document, "expectedShipDate", line.expectedShipDate());
    Json.putText(document, "actualShipDate", line.actualShipDate());
    return document;
  }

  private static LineContent readLine(JsonNode document) {
    return new LineContent(
        Json.requiredNumber(document, "line"),
        Json.requiredText(document, "sku"),
        Json.requiredText(document, "name"),
        Json.text(document, "label", LabelText::new),
        Json.text(document, "previousLabel", LabelText::new),
        Json.requiredNumber(document, "ordered"),
        Json.requiredNumber(document, "shipped"),
        Json.requiredNumber(document, "needed"),
        Json.text(document, "expectedShipDate", LocalDate::parse),
        Json.text(document, "actualShipDate", LocalDate::parse));
  }
}
