package org.statusevents.adapters.persistence.document;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import org.statusevents.application.recording.OperationReceipt;
import org.statusevents.application.recording.OperationReceipt.EventReceipt;
import org.statusevents.application.recording.OperationReceipt.LineLabel;
import org.statusevents.application.recording.OperationReceipt.OrderReceipt;
import org.statusevents.domain.event.OperationId;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.order.OrderNumber;

/// What the caller of an operation was told.
public final class ReceiptDocument {
  private ReceiptDocument() {}

  public static String text(OperationReceipt receipt) {
    return Json.text(out -> {
      out.writeStartObject();
      out.writeStringField("id", receipt.id().value());
      out.writeStringField("source", receipt.source());
      out.writeStringField("actor", receipt.actor());
      out.writeStringField("occurredAt", receipt.occurredAt().toString());
      out.writeStringField("recordedAt", receipt.recordedAt().toString());
      out.writeNumberField("configurationVersion", receipt.configurationVersion());
      Json.write(out, "orders", receipt.orders(), ReceiptDocument::writeOrder);
      out.writeEndObject();
    });
  }

  public static OperationReceipt read(JsonNode document) {
    return new OperationReceipt(
        new OperationId(Json.requiredText(document, "id")),
        Json.requiredText(document, "source"),
        Json.requiredText(document, "actor"),
        Instant.parse(Json.requiredText(document, "occurredAt")),
        Instant.parse(Json.requiredText(document, "recordedAt")),
        Json.required(document, "configurationVersion").longValue(),
        Json.list(Json.required(document, "orders"), ReceiptDocument::readOrder));
  }

  private static void writeOrder(JsonGenerator out, OrderReceipt order) throws IOException {
    out.writeStartObject();
    out.writeStringField("order", order.order().value());
    Json.write(out, "orderLabel", order.orderLabel());
    out.writeNumberField("version", order.version());
    Json.write(out, "lines", order.lines(), ReceiptDocument::writeLine);
    Json.write(out, "events", order.events(), ReceiptDocument::writeEvent);
    Json.write(out, "channels", order.channels(), VerdictsDocument::write);
    out.writeEndObject();
  }

  private static OrderReceipt readOrder(JsonNode document) {
    return new OrderReceipt(
        new OrderNumber(Json.requiredText(document, "order")),
        Json.text(document, "orderLabel", LabelText::new),
        Json.required(document, "version").longValue(),
        Json.list(Json.required(document, "lines"), ReceiptDocument::readLine),
        Json.list(Json.required(document, "events"), ReceiptDocument::readEvent),
        VerdictsDocument.read(Json.required(document, "channels")));
  }

  private static void writeLine(JsonGenerator out, LineLabel line) throws IOException {
    out.writeStartObject();
    out.writeNumberField("line", line.line());
    Json.write(out, "label", line.label());
    out.writeEndObject();
  }

  private static LineLabel readLine(JsonNode document) {
    return new LineLabel(
        Json.requiredNumber(document, "line"), Json.text(document, "label", LabelText::new));
  }

  private static void writeEvent(JsonGenerator out, EventReceipt event) throws IOException {
    out.writeStartObject();
    out.writeNumberField("sequence", event.sequence());
    out.writeStringField("event", event.event());
    Json.write(out, "changes", event.changes(), ChangesDocument::write);
    Json.write(out, "channels", event.channels(), VerdictsDocument::write);
    out.writeEndObject();
  }

  private static EventReceipt readEvent(JsonNode document) {
    return new EventReceipt(
        Json.required(document, "sequence").longValue(),
        Json.requiredText(document, "event"),
        ChangesDocument.read(Json.required(document, "changes")),
        VerdictsDocument.read(Json.required(document, "channels")));
  }
}
