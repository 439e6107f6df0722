package org.statusevents.bootstrap.importing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.statusevents.bootstrap.importing.CsvOrder.CsvLine;
import org.statusevents.bootstrap.importing.ImportMapping.OrderField;
import org.statusevents.domain.event.StandardEvent;

/// Request bodies for an order that was read: always the same for the same rows.
final class ImportBodies {
  private static final String SOURCE = "csv-import";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ImportBodies() {}

  static ObjectNode order(CsvOrder order) {
    ObjectNode body = JSON.objectNode();
    put(body, "cartOrderNumber", order.text(OrderField.CART_ORDER_NUMBER));
    put(body, "channel", order.text(OrderField.CHANNEL));
    put(body, "orderedAt", order.orderedAt().map(Instant::toString));
    put(body, "locale", order.text(OrderField.LOCALE));
    ObjectNode billTo = JSON.objectNode();
    put(billTo, "name", order.text(OrderField.BILL_TO_NAME));
    put(billTo, "postalCode", order.text(OrderField.BILL_TO_POSTAL_CODE));
    put(billTo, "email", order.text(OrderField.BILL_TO_EMAIL));
    put(billTo, "phone", order.text(OrderField.BILL_TO_PHONE));
    addUnlessEmpty(body, "billTo", billTo);
    ObjectNode shipTo = JSON.objectNode();
    put(shipTo, "name", order.text(OrderField.SHIP_TO_NAME));
    addUnlessEmpty(body, "shipTo", shipTo);
    for (CsvLine line : order.lines()) {
      ObjectNode _ =
          body.withArray("lines")
              .addObject()
              .put("line", line.line())
              .put("sku", line.sku())
              .put("name", line.name())
              .put("quantity", line.quantity());
    }
    return body;
  }

  /// What must have happened to an order that shipped; nothing for one that did not.
  static List<ObjectNode> followUps(CsvOrder order) {
    List<ObjectNode> operations = new ArrayList<>();
    if (order.shippedOn().isPresent() && order.shippedAt().isPresent()) {
      Instant shipped = order.shippedAt().get();
      Instant approved = order.orderedAt().orElse(shipped);
      operations.add(operation(order, "approved", approved, event(StandardEvent.ORDER_APPROVE)));
      ObjectNode ship = event(StandardEvent.ORDER_SET_ACTUAL_SHIP_DATE);
      ObjectNode _ = ship.putObject("data").put("date", order.shippedOn().get().toString());
      operations.add(operation(order, "shipped", shipped, ship));
    }
    return operations;
  }

  private static ObjectNode event(StandardEvent type) {
    return JSON.objectNode().put("type", type.key());
  }

  private static ObjectNode operation(
      CsvOrder order, String what, Instant occurredAt, ObjectNode event) {
    ObjectNode operation =
        JSON.objectNode()
            .put("id", SOURCE + ":" + what + ":" + order.number())
            .put("source", SOURCE)
            .put("actor", "import")
            .put("occurredAt", occurredAt.toString())
            .put("order", order.number());
    operation.putArray("events").add(event);
    return operation;
  }

  private static void put(ObjectNode body, String name, Optional<String> text) {
    text.ifPresent(value -> body.put(name, value));
  }

  private static void addUnlessEmpty(ObjectNode body, String name, ObjectNode part) {
    if (!part.isEmpty()) {
      body.set(name, part);
    }
  }
}
