package org.statusevents.adapters.persistence.recording;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.statusevents.adapters.persistence.document.Json;
import org.statusevents.adapters.persistence.document.OrderLinesDocument;
import org.statusevents.adapters.persistence.document.ParcelDocument;
import org.statusevents.adapters.persistence.document.ReceiptDocument;
import org.statusevents.adapters.persistence.recording.RecordingMapper.OrderRow;
import org.statusevents.application.recording.LoadedOrders;
import org.statusevents.application.recording.LoadedOrders.StoredOperation;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.decision.KnownOrder;
import org.statusevents.domain.event.OperationId;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.order.Order;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.domain.order.Parcel;

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
      List<OrderRow> rows, JsonNode document, Optional<StoreConfiguration> configuration) {
    Set<ChannelId> bound = new HashSet<>();
    document.path("bound").forEach(channel -> bound.add(new ChannelId(channel.textValue())));
    Map<String, List<Parcel>> parcels = new HashMap<>();
    for (JsonNode parcel : document.path("parcels")) {
      boolean _ = listOf(parcel, parcels).add(parcel(parcel));
    }
    Map<String, Map<ChannelId, Long>> told = new HashMap<>();
    for (JsonNode lane : document.path("told")) {
      var _ =
          told.computeIfAbsent(lane.get(0).textValue(), _ -> new HashMap<>())
              .put(new ChannelId(lane.get(1).textValue()), lane.get(2).longValue());
    }
    Map<OrderNumber, KnownOrder> orders = HashMap.newHashMap(rows.size());
    for (OrderRow row : rows) {
      Order order = order(row, parcels.getOrDefault(row.orderNumber(), List.of()));
      var _ =
          orders.put(
              order.number(),
              new KnownOrder(
                  order, row.importFingerprint(), told.getOrDefault(row.orderNumber(), Map.of())));
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

  private static List<Parcel> listOf(JsonNode parcel, Map<String, List<Parcel>> parcels) {
    return parcels.computeIfAbsent(parcel.get(0).textValue(), _ -> new ArrayList<>());
  }

  private static Order order(OrderRow row, List<Parcel> parcels) {
    return new Order(
        new OrderNumber(row.orderNumber()),
        Optional.ofNullable(row.cartOrderNumber()),
        Optional.ofNullable(row.channelId()).map(ChannelId::new),
        Optional.ofNullable(row.orderedAt()),
        Optional.ofNullable(row.label()).map(LabelText::new),
        row.version(),
        OrderLinesDocument.read(row.lines()),
        parcels);
  }

  private static Parcel parcel(JsonNode columns) {
    JsonNode shippedOn = columns.get(3);
    return new Parcel(
        columns.get(1).textValue(),
        columns.get(2).textValue(),
        Optional.ofNullable(shippedOn.textValue()).map(LocalDate::parse),
        ParcelDocument.readLines(columns.get(4)));
  }
}
