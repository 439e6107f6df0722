package org.statusevents.adapters.persistence.recording;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.statusevents.adapters.persistence.document.Json;
import org.statusevents.adapters.persistence.document.OrderLinesDocument;
import org.statusevents.adapters.persistence.document.ParcelDocument;
import org.statusevents.adapters.persistence.document.ReceiptDocument;
import org.statusevents.application.recording.LoadedOrders;
import org.statusevents.application.recording.LoadedOrders.StoredOperation;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.decision.KnownOrder;
import org.statusevents.domain.event.OperationId;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.order.Order;
import org.statusevents.domain.order.OrderNumber;

/// Reads what [RecordingMapper#lock] and [RecordingMapper#loadRest] answer.
final class LoadedDocument {
  private LoadedDocument() {}

  /// The number of the configuration version in force; empty for an unknown store.
  static Optional<Long> version(JsonNode document) {
    return Optional.ofNullable(document.get("version"))
        .filter(JsonNode::isNumber)
        .map(JsonNode::longValue);
  }

  static LoadedOrders read(
      @Nullable JsonNode found, JsonNode document, Optional<StoreConfiguration> configuration) {
    Set<ChannelId> bound = new HashSet<>();
    document.path("bound").forEach(channel -> bound.add(new ChannelId(channel.textValue())));
    Map<String, Map<ChannelId, Long>> told = new HashMap<>();
    for (JsonNode lane : document.path("told")) {
      var _ =
          told.computeIfAbsent(lane.get(0).textValue(), _ -> new HashMap<>())
              .put(new ChannelId(lane.get(1).textValue()), lane.get(2).longValue());
    }
    Map<OrderNumber, KnownOrder> orders = new HashMap<>();
    for (JsonNode columns : found == null ? Json.array() : found) {
      Order order = order(columns);
      var _ =
          orders.put(
              order.number(),
              new KnownOrder(
                  order,
                  columns.get(6).textValue(),
                  told.getOrDefault(order.number().value(), Map.of())));
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

  private static Order order(JsonNode columns) {
    return new Order(
        new OrderNumber(columns.get(0).textValue()),
        Optional.ofNullable(columns.get(1).textValue()),
        Optional.ofNullable(columns.get(2).textValue()).map(ChannelId::new),
        Optional.ofNullable(columns.get(3).textValue()).map(Instant::parse),
        Optional.ofNullable(columns.get(4).textValue()).map(LabelText::new),
        columns.get(5).longValue(),
        OrderLinesDocument.read(columns.get(7)),
        ParcelDocument.readAll(columns.get(8)));
  }
}
