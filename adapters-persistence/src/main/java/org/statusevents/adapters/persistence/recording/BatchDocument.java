package org.statusevents.adapters.persistence.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.statusevents.adapters.persistence.document.ChangesDocument;
import org.statusevents.adapters.persistence.document.EventDocument;
import org.statusevents.adapters.persistence.document.Json;
import org.statusevents.adapters.persistence.document.ParcelDocument;
import org.statusevents.adapters.persistence.document.ReceiptDocument;
import org.statusevents.adapters.persistence.document.UpdateContentDocument;
import org.statusevents.adapters.persistence.document.VerdictsDocument;
import org.statusevents.application.recording.DecidedOperation;
import org.statusevents.application.recording.OperationReceipt;
import org.statusevents.application.recording.OperationReceipt.ChannelReceipt;
import org.statusevents.application.recording.OperationReceipt.OrderReceipt;
import org.statusevents.domain.decision.AppliedEvent;
import org.statusevents.domain.decision.OrderDecision;
import org.statusevents.domain.order.CustomerContact;
import org.statusevents.domain.order.Line;
import org.statusevents.domain.order.Order;
import org.statusevents.domain.order.OrderImport;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.domain.order.Parcel;
import org.statusevents.domain.order.Quantities;

/// Decided operations as rows, one list per table, for [RecordingMapper#save]. An order that
/// several operations touch is written once, as the last of them left it.
final class BatchDocument {
  private static final String NUMBER = "number";
  private static final String LABEL = "label";

  private final ObjectNode document = Json.object();
  private final Map<OrderNumber, TouchedOrder> orders = new LinkedHashMap<>();

  private BatchDocument() {}

  static JsonNode of(List<DecidedOperation> operations) {
    BatchDocument batch = new BatchDocument();
    operations.forEach(batch::add);
    batch.orders.values().forEach(batch::add);
    return batch.document;
  }

  /// What a batch made of one order: as it was before the first operation, and after the last.
  private record TouchedOrder(
      Optional<Order> before, Order after, Optional<OrderImport> created, Instant at) {
    TouchedOrder then(OrderDecision decision, Instant later) {
      return new TouchedOrder(before, decision.after(), created.or(decision::created), later);
    }
  }

  private ArrayNode rows(String table) {
    return document.withArray(table);
  }

  private void add(DecidedOperation operation) {
    OperationReceipt receipt = operation.receipt();
    rows("operations")
        .addObject()
        .put("id", receipt.id().value())
        .put("digest", operation.digest())
        .put("recorded_at", receipt.recordedAt().toString())
        .set("receipt", ReceiptDocument.write(receipt));
    List<OrderDecision> decisions = operation.decision().orders();
    for (int i = 0; i < decisions.size(); i++) {
      OrderDecision decision = decisions.get(i);
      OrderReceipt order = receipt.orders().get(i);
      addHistory(decision, order, receipt);
      addUpdates(decision, order, receipt.recordedAt());
      orders.merge(
          decision.after().number(),
          new TouchedOrder(
              decision.before(), decision.after(), decision.created(), receipt.recordedAt()),
          (first, _) -> first.then(decision, receipt.recordedAt()));
    }
  }

  private void addHistory(OrderDecision decision, OrderReceipt order, OperationReceipt receipt) {
    for (int i = 0; i < decision.applied().size(); i++) {
      AppliedEvent applied = decision.applied().get(i);
      ObjectNode row =
          rows("history")
              .addObject()
              .put(NUMBER, order.order().value())
              .put("sequence", applied.sequence())
              .put("event", applied.event().type().key())
              .put("operation", receipt.id().value())
              .put("source", receipt.source())
              .put("actor", receipt.actor())
              .put("occurred_at", receipt.occurredAt().toString())
              .put("recorded_at", receipt.recordedAt().toString())
              .put("configuration_version", receipt.configurationVersion());
      row.set("data", EventDocument.write(applied.event().data(), applied.event().note()));
      row.set("changes", ChangesDocument.write(applied.changes()));
      row.set("verdicts", VerdictsDocument.write(order.events().get(i).channels()));
      if (applied.sequence() == decision.after().version()) {
        decision.content().ifPresent(told -> row.set("content", UpdateContentDocument.write(told)));
      }
    }
  }

  private void addUpdates(OrderDecision decision, OrderReceipt order, Instant at) {
    for (ChannelReceipt channel : order.channels()) {
      if (channel.update().isPresent()) {
        rows("updates")
            .addObject()
            .put(NUMBER, order.order().value())
            .put("channel", channel.channel().orElseThrow().value())
            .put("id", channel.update().get().toString())
            .put("sequence", decision.after().version())
            .put("facts", decision.facts())
            .put("at", at.toString());
      }
    }
  }

  private void add(TouchedOrder touched) {
    Order after = touched.after();
    if (touched.created().isPresent()) {
      addCreated(touched, touched.created().get());
    } else {
      ObjectNode row =
          rows("changed")
              .addObject()
              .put(NUMBER, after.number().value())
              .put("version", after.version())
              .put("at", touched.at().toString());
      Json.putText(row, LABEL, after.label());
    }
    List<Line> linesBefore = touched.before().map(Order::lines).orElse(List.of());
    addChangedLines(linesBefore, after);
    List<Parcel> parcelsBefore = touched.before().map(Order::parcels).orElse(List.of());
    if (!parcelsBefore.equals(after.parcels())) {
      addParcels(after);
    }
  }

  private void addChangedLines(List<Line> before, Order after) {
    Map<Integer, Line> known = new HashMap<>();
    before.forEach(line -> known.put(line.number(), line));
    for (int i = 0; i < after.lines().size(); i++) {
      Line line = after.lines().get(i);
      if (!line.equals(known.get(line.number()))) {
        rows("lines").add(line(after.number(), line).put("position", i + 1));
      }
    }
  }

  private void addCreated(TouchedOrder touched, OrderImport created) {
    Order after = touched.after();
    ObjectNode row =
        rows("created")
            .addObject()
            .put(NUMBER, after.number().value())
            .put("version", after.version())
            .put("fingerprint", created.fingerprint())
            .put("at", touched.at().toString());
    Json.putText(row, "cart_number", after.cartOrderNumber());
    Json.putText(row, "channel", after.channel());
    Json.putText(row, "ordered_at", after.orderedAt().map(Json::storedTime));
    Json.putText(row, LABEL, after.label());
    CustomerContact contact = created.contact();
    if (!contact.equals(CustomerContact.UNKNOWN)) {
      ObjectNode person = rows("contacts").addObject().put(NUMBER, after.number().value());
      Json.putText(person, "locale", contact.locale());
      Json.putText(person, "bill_to_name", contact.billToName());
      Json.putText(person, "postal_code", contact.postalCode());
      Json.putText(person, "email", contact.email());
      Json.putText(person, "phone", contact.phone());
      Json.putText(person, "ship_to_name", contact.shipToName());
    }
  }

  private static ObjectNode line(OrderNumber order, Line line) {
    Quantities quantities = line.quantities();
    ObjectNode row =
        Json.object()
            .put(NUMBER, order.value())
            .put("line", line.number())
            .put("sku", line.sku())
            .put("name", line.name())
            .put("ordered", quantities.ordered())
            .put("shipped", quantities.shipped())
            .put("cancelled", quantities.cancelled())
            .put("cancelled_with_order", quantities.cancelledWithOrder())
            .put("returned", quantities.returned())
            .put("moved", quantities.moved());
    Json.putText(row, LABEL, line.label());
    Json.putText(row, "expected", line.expectedShipDate());
    Json.putText(row, "actual", line.actualShipDate());
    return row;
  }

  private void addParcels(Order order) {
    for (int i = 0; i < order.parcels().size(); i++) {
      Parcel parcel = order.parcels().get(i);
      ObjectNode row =
          rows("parcels")
              .addObject()
              .put(NUMBER, order.number().value())
              .put("position", i + 1)
              .put("carrier", parcel.carrier())
              .put("tracking_number", parcel.trackingNumber());
      Json.putText(row, "shipped_on", parcel.shippedOn());
      row.set("lines", ParcelDocument.writeLines(parcel.lines()));
    }
    rows("parcelCounts")
        .addObject()
        .put(NUMBER, order.number().value())
        .put("parcels", order.parcels().size());
  }
}
