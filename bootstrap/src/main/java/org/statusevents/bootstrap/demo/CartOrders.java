package org.statusevents.bootstrap.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What the simulated cart knows of orders: per order the newest update, each update counted once,
/// and the last few of them all.
final class CartOrders {
  static final int NEWS_MAX = 14;
  private static final int ORDERS_MAX = 10_000;
  private static final int UPDATES_MAX = 1_000_000;

  private final Map<String, CartOrder> byNumber =
      new TreeMap<>(Comparator.comparingInt(String::length).thenComparing(text -> text));
  private final Deque<CartOrder> news = new ArrayDeque<>();
  private final Set<String> seen = new HashSet<>();
  private final InstantSource clock;

  CartOrders(InstantSource clock) {
    this.clock = clock;
  }

  /// One order as the cart sees it; `toldAt` is when its newest update came.
  record CartOrder(
      String number,
      String status,
      long sequence,
      int updates,
      int repeats,
      Instant toldAt,
      JsonNode data) {}

  /// True for an update not taken before.
  synchronized boolean take(JsonNode event) {
    if (!event.path("type").asText().equals("org.statusevents.order.status-changed.v1")) {
      return true;
    }
    String number = event.path("subject").asText();
    CartOrder before =
        byNumber.getOrDefault(
            number,
            new CartOrder(
                number, "", 0, 0, 0, Instant.EPOCH, JsonNodeFactory.instance.objectNode()));
    boolean isNew = seen.size() < UPDATES_MAX && seen.add(event.path("id").asText());
    if (byNumber.size() < ORDERS_MAX || byNumber.containsKey(number)) {
      CartOrder after = isNew ? updated(before, event) : repeated(before);
      byNumber.put(number, after);
      if (isNew) {
        remember(after);
      }
    }
    return isNew;
  }

  private CartOrder updated(CartOrder before, JsonNode event) {
    JsonNode data = event.path("data");
    return new CartOrder(
        before.number(),
        data.path("orderLabel").asText(""),
        event.path("sequence").asLong(),
        before.updates() + 1,
        before.repeats(),
        clock.instant(),
        data);
  }

  private static CartOrder repeated(CartOrder before) {
    return new CartOrder(
        before.number(),
        before.status(),
        before.sequence(),
        before.updates(),
        before.repeats() + 1,
        before.toldAt(),
        before.data());
  }

  private void remember(CartOrder order) {
    news.addFirst(order);
    if (news.size() > NEWS_MAX) {
      CartOrder _ = news.removeLast();
    }
  }

  /// By number.
  synchronized List<CartOrder> all() {
    return new ArrayList<>(byNumber.values());
  }

  /// Orders as the last updates told them, newest first.
  synchronized List<CartOrder> news() {
    return new ArrayList<>(news);
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
          .put("toldAt", order.toldAt().toString())
          .set("data", order.data());
    }
    return answer.toString();
  }
}
