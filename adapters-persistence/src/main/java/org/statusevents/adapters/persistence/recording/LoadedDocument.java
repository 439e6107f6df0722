package org.statusevents.adapters.persistence.recording;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.statusevents.adapters.persistence.document.Json;
import org.statusevents.adapters.persistence.document.ParcelDocument;
import org.statusevents.adapters.persistence.document.ReceiptDocument;
import org.statusevents.application.recording.LoadedOrders;
import org.statusevents.application.recording.LoadedOrders.StoredOperation;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.decision.KnownOrder;
import org.statusevents.domain.event.OperationId;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.order.Line;
import org.statusevents.domain.order.Order;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.domain.order.Parcel;
import org.statusevents.domain.order.Quantities;

/// Reads the document that [RecordingMapper#load] answers.
final class LoadedDocument {
  private LoadedDocument() {}

  /// The number of the configuration version in force; empty for an unknown store.
  static Optional<Long> version(JsonNode document) {
    return Optional.ofNullable(document.get("version"))
        .filter(JsonNode::isNumber)
        .map(JsonNode::longValue);
  }

  static LoadedOrders read(JsonNode document, Optional<StoreConfiguration> configuration) {
    Set<ChannelId> bound = new HashSet<>();
    document.path("bound").forEach(channel -> bound.add(new ChannelId(channel.textValue())));
    Map<OrderNumber, KnownOrder> orders = new HashMap<>();
    for (JsonNode order : document.path("orders")) {
      KnownOrder known = knownOrder(order);
      orders.put(known.order().number(), known);
    }
    Map<OperationId, StoredOperation> operations = new HashMap<>();
    for (JsonNode operation : document.path("operations")) {
      operations.put(
          new OperationId(Json.requiredText(operation, "id")),
          new StoredOperation(
              Json.requiredText(operation, "digest"),
              ReceiptDocument.read(Json.required(operation, "receipt"))));
    }
    return new LoadedOrders(configuration, bound, orders, operations);
  }

  private static KnownOrder knownOrder(JsonNode document) {
    Order order =
        new Order(
            new OrderNumber(Json.requiredText(document, "number")),
            Json.text(document, "cartNumber"),
            Json.text(document, "channel", ChannelId::new),
            Json.text(document, "orderedAt", Instant::parse),
            Json.text(document, "label", LabelText::new),
            Json.required(document, "version").longValue(),
            Json.list(document.path("lines"), LoadedDocument::line),
            Json.list(Json.required(document, "parcels"), LoadedDocument::parcel));
    Map<ChannelId, Long> told = new HashMap<>();
    Json.required(document, "told")
        .properties()
        .forEach(lane -> told.put(new ChannelId(lane.getKey()), lane.getValue().longValue()));
    return new KnownOrder(order, Json.requiredText(document, "fingerprint"), told);
  }

  /// A line's columns in the order of the statement.
  private static Line line(JsonNode columns) {
    return new Line(
        columns.get(0).intValue(),
        columns.get(1).textValue(),
        columns.get(2).textValue(),
        new Quantities(
            columns.get(3).intValue(),
            columns.get(4).intValue(),
            columns.get(5).intValue(),
            columns.get(6).intValue(),
            columns.get(7).intValue(),
            columns.get(8).intValue()),
        optional(columns.get(9), LabelText::new),
        optional(columns.get(10), LocalDate::parse),
        optional(columns.get(11), LocalDate::parse));
  }

  private static Parcel parcel(JsonNode columns) {
    return new Parcel(
        columns.get(0).textValue(),
        columns.get(1).textValue(),
        optional(columns.get(2), LocalDate::parse),
        ParcelDocument.readLines(columns.get(3)));
  }

  private static <T> Optional<T> optional(JsonNode column, Function<String, T> read) {
    return column.isNull() ? Optional.empty() : Optional.of(read.apply(column.textValue()));
  }
}
