package org.statusevents.adapters.persistence.document;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import org.statusevents.domain.decision.UpdateContent;
import org.statusevents.domain.decision.UpdateContent.LineContent;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.order.OrderNumber;

/// What an update says.
public final class UpdateContentDocument {
  private UpdateContentDocument() {}

  public static String text(UpdateContent content) {
    return Json.text(out -> {
      out.writeStartObject();
      out.writeStringField("order", content.order().value());
      Json.write(out, "cartOrderNumber", content.cartOrderNumber());
      out.writeNumberField("sequence", content.sequence());
      Json.write(out, "orderLabel", content.orderLabel());
      Json.write(out, "previousOrderLabel", content.previousOrderLabel());
      Json.write(out, "lines", content.lines(), UpdateContentDocument::writeLine);
      Json.write(out, "parcels", content.parcels(), ParcelDocument::write);
      Json.write(out, "events", content.events(), JsonGenerator::writeString);
      out.writeEndObject();
    });
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

  private static void writeLine(JsonGenerator out, LineContent line) throws IOException {
    out.writeStartObject();
    out.writeNumberField("line", line.line());
    out.writeStringField("sku", line.sku());
    out.writeStringField("name", line.name());
    Json.write(out, "label", line.label());
    Json.write(out, "previousLabel", line.previousLabel());
    out.writeNumberField("ordered", line.ordered());
    out.writeNumberField("shipped", line.shipped());
    out.writeNumberField("needed", line.needed());
    Json.write(out, "expectedShipDate", line.expectedShipDate());
    Json.write(out, "actualShipDate", line.actualShipDate());
    out.writeEndObject();
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
