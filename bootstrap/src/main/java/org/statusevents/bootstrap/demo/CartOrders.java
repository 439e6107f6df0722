package org.statusevents.bootstrap.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What the simulated cart knows of orders: per order the newest update, each update counted once.
final class CartOrders {
  private static final int ORDERS_MAX = 10_000;
  private static final int UPDATES_MAX = 1_000_000;

  private final Map<String, CartOrder> byNumber = new TreeMap<>();
  private final Set<String> seen = new HashSet<>();

  /// One order as the cart sees it.
  record CartOrder(
      String number, String status, long sequence, int updates, int repeats, JsonNode data) {}

  /// True for an update not taken before.
  synchronized boolean take(JsonNode event) {
    if (!event.path("type").asText().equals("org.statusevents.order.status-changed.v1")) {
      return true;
    }
    String number = event.path("subject").asText();
    CartOrder before =
        byNumber.getOrDefault(
            number, new CartOrder(number, "", 0, 0, 0, JsonNodeFactory.instance.objectNode()));
    boolean isNew = seen.size() < UPDATES_MAX && seen.add(event.path("id").asText());
    if (byNumber.size() < ORDERS_MAX || byNumber.containsKey(number)) {
      byNumber.put(number, isNew ? updated(before, event) : repeated(before));
    }
    return isNew;
  }

  private static CartOrder updated(CartOrder before, JsonNode event) {
    JsonNode data = event.path("data");
    return new CartOrder(
        before.number(),
        data.path("orderLabel").asText(""),
        event.path("sequence").asLong(),
        before.updates() + 1,
        before.repeats(),
        data);
  }

  private static CartOrder repeated(CartOrder before) {
    return new CartOrder(
        before.number(),
        before.status(),
        before.sequence(),
        before.updates(),
        before.repeats() + 1,
        before.data());
  }

  synchronized List<CartOrder> all() {
    return new ArrayList<>(byNumber.values());
  }

  String json() {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode orders = answer.putArray("orders");
    for (CartOrder order : all()) {
      orders
          .addObject()
          .put("number", order.number())
          .put("status", order.status())
          .put("sequence", order.sequence())
          .put("updates", order.updates())
          .put("repeats", order.repeats())
          .set("data", order.data());
    }
    return answer.toString();
  }
}
