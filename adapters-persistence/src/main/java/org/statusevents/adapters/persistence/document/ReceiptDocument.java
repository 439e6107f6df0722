package org.statusevents.adapters.persistence.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

  public static ObjectNode write(OperationReceipt receipt) {
    ObjectNode document =
        Json.object()
            .put("id", receipt.id().value())
            .put("source", receipt.source())
            .put("actor", receipt.actor())
            .put("occurredAt", receipt.occurredAt().toString())
            .put("recordedAt", receipt.recordedAt().toString())
            .put("configurationVersion", receipt.configurationVersion());
    document.set("orders", Json.array(receipt.orders(), ReceiptDocument::writeOrder));
    return document;
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

  private static JsonNode writeOrder(OrderReceipt order) {
    ObjectNode document = Json.object().put("order", order.order().value());
    Json.putText(document, "orderLabel", order.orderLabel());
    document.put("version", order.version());
    document.set("lines", Json.array(order.lines(), ReceiptDocument::writeLine));
    document.set("events", Json.array(order.events(), ReceiptDocument::writeEvent));
    document.set("channels", VerdictsDocument.write(order.channels()));
    return document;
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

  private static JsonNode writeLine(LineLabel line) {
    ObjectNode document = Json.object().put("line", line.line());
    Json.putText(document, "label", line.label());
    return document;
  }

  private static LineLabel readLine(JsonNode document) {
    return new LineLabel(
        Json.requiredNumber(document, "line"), Json.text(document, "label", LabelText::new));
  }

  private static JsonNode writeEvent(EventReceipt event) {
    ObjectNode document =
        Json.object().put("sequence", event.sequence()).put("event", event.event());
    document.set("changes", ChangesDocument.write(event.changes()));
    document.set("channels", VerdictsDocument.write(event.channels()));
    return document;
  }

  private static EventReceipt readEvent(JsonNode document) {
    return new EventReceipt(
        Json.required(document, "sequence").longValue(),
        Json.requiredText(document, "event"),
        ChangesDocument.read(Json.required(document, "changes")),
        VerdictsDocument.read(Json.required(document, "channels")));
  }
}
