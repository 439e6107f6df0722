package org.statusevents.bootstrap.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/// The orders of a small shop, twelve a wave, and what happens to them, step by step: a plain sale,
/// a split shipment, a backorder, a return, a cancellation and its withdrawal, an exchange. The
/// same seed tells the same story.
public final class SampleOrders {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int ORDERS = 12;
  private static final int FIRST_NUMBER = 1001;
  private static final String[][] GOODS = {
    {"TEA-EG-100", "Earl Grey, 100 g"},
    {"TEA-DJ-250", "Darjeeling First Flush, 250 g"},
    {"POT-GLASS-1", "Glass teapot, 1 l"},
    {"CUP-WHITE-2", "Two white cups"},
    {"STRAIN-STEEL", "Steel strainer"}
  };
  private static final String[] TOWNS = {"10115", "02134", "94103-1234", "SW1A 1AA", "75001"};

  private final SampleShop shop;
  private final InstantSource clock;
  private final Random random;

  public SampleOrders(SampleShop shop, InstantSource clock, long seed) {
    this.shop = shop;
    this.clock = clock;
    this.random = new Random(seed);
  }

  /// Sends orders and events to the shop's own order status service.
  public interface SampleShop {
    void importOrder(String number, JsonNode order);

    void record(JsonNode operation);
  }

  /// The number of a wave's first order.
  public static String firstNumber(int wave) {
    return Integer.toString(FIRST_NUMBER + wave * ORDERS);
  }

  /// Brings in all orders of a wave at once.
  public void importAll(int wave) {
    for (int i = 0; i < ORDERS; i++) {
      int index = wave * ORDERS + i;
      shop.importOrder(Integer.toString(FIRST_NUMBER + index), order(index));
    }
  }

  /// A wave's steps, orders mixed, each order's own in their order. Running one sends it.
  public Deque<Runnable> steps(int wave) {
    List<Deque<ObjectNode>> stories = new ArrayList<>();
    for (int i = 0; i < ORDERS; i++) {
      int index = wave * ORDERS + i;
      stories.add(story(Integer.toString(FIRST_NUMBER + index), index));
    }
    Deque<Runnable> steps = new ArrayDeque<>();
    while (!stories.isEmpty()) {
      Collections.shuffle(stories, random);
      ObjectNode operation = stories.getFirst().remove();
      steps.add(() -> shop.record(operation));
      stories.removeIf(Deque::isEmpty);
    }
    return steps;
  }

  private ObjectNode order(int index) {
    ObjectNode order =
        JSON.objectNode()
            .put("cartOrderNumber", "W-" + (5000 + index))
            .put("orderedAt", clock.instant().toString());
    order
        .putObject("billTo")
        .put("name", "Sample Customer " + (index + 1))
        .put("postalCode", TOWNS[index % TOWNS.length])
        .put("email", "customer" + (index + 1) + "@example.com");
    order.putObject("shipTo").put("name", "Sample Customer " + (index + 1));
    ArrayNode lines = order.putArray("lines");
    for (int line = 1; line <= 1 + index % 3; line++) {
      String[] goods = GOODS[(index + line) % GOODS.length];
      lines
          .addObject()
          .put("line", line)
          .put("sku", goods[0])
          .put("name", goods[1])
          .put("quantity", 1 + (index + line) % 3);
    }
    return order;
  }

  private Deque<ObjectNode> story(String number, int index) {
    Deque<ObjectNode> story = new ArrayDeque<>();
    add(story, number, event("ORDER_APPROVE"));
    switch (index % 6) {
      case 1 -> {
        add(story, number, onLine("ITEM_FORCE_BACKORDER", 1));
        add(story, number, onLine("ITEM_SET_EXPECTED_SHIP_DATE", 1, today().plusDays(9)));
        ship(story, number, index);
      }
      case 2 -> {
        add(story, number, event("ORDER_PAYMENT_RECEIVED"));
        add(
            story,
            number,
            onLine("ITEM_SET_ACTUAL_SHIP_DATE", 1, today()),
            tracking("USPS", "94001118992234" + (30000000 + index)));
        add(
            story,
            number,
            onLine("ITEM_SET_ACTUAL_SHIP_DATE", 2, today()),
            tracking("DHL", "12345678" + (10 + index)));
      }
      case 3 -> {
        add(story, number, event("ORDER_CANCEL"));
        add(story, number, event("ORDER_UNCANCEL"));
        add(story, number, event("ORDER_PACK"));
        ship(story, number, index);
      }
      case 4 -> {
        ship(story, number, index);
        add(story, number, onLine("ITEM_RETURN", 1));
        add(story, number, event("ORDER_CREDIT_ISSUED"));
      }
      case 5 -> {
        add(story, number, event("ORDER_UNAPPROVE"));
        add(story, number, event("ORDER_APPROVE"));
        ship(story, number, index);
        add(story, number, exchange(number));
        add(story, exchanged(number), event("ORDER_APPROVE"));
      }
      default -> {
        add(story, number, event("ORDER_PAYMENT_RECEIVED"));
        add(story, number, event("ORDER_PACK"));
        ship(story, number, index);
      }
    }
    return story;
  }

  private void ship(Deque<ObjectNode> story, String number, int index) {
    ObjectNode shipped = event("ORDER_SET_ACTUAL_SHIP_DATE");
    data(shipped).put("date", today().toString());
    add(story, number, shipped, tracking("UPS", "1Z999AA1012345" + (6780 + index)));
  }

  private static void add(Deque<ObjectNode> story, String number, ObjectNode... events) {
    ObjectNode operation =
        JSON.objectNode()
            .put("id", "demo-" + number + "-" + (story.size() + 1))
            .put("source", "demo")
            .put("actor", "sample shop")
            .put("order", number);
    ArrayNode list = operation.putArray("events");
    for (ObjectNode event : events) {
      list.add(event);
    }
    story.add(operation);
  }

  private static ObjectNode event(String type) {
    return JSON.objectNode().put("type", type);
  }

  private static ObjectNode onLine(String type, int line) {
    ObjectNode event = event(type);
    data(event).putArray("lines").addObject().put("line", line);
    return event;
  }

  private static ObjectNode onLine(String type, int line, LocalDate date) {
    ObjectNode event = onLine(type, line);
    data(event).put("date", date.toString());
    return event;
  }

  /// The order that takes the place of an exchanged line.
  private static String exchanged(String number) {
    return number + "-X";
  }

  private static ObjectNode exchange(String number) {
    ObjectNode event = onLine("ITEM_EXCHANGE", 1);
    ObjectNode order =
        data(event)
            .putObject("newOrder")
            .put("number", exchanged(number))
            .put("cartOrderNumber", "W-" + exchanged(number));
    order
        .putArray("lines")
        .addObject()
        .put("line", 1)
        .put("sku", "POT-STEEL-1")
        .put("name", "Steel teapot, 1 l")
        .put("quantity", 1);
    return event;
  }

  private ObjectNode tracking(String carrier, String number) {
    ObjectNode event = event("ORDER_ADD_TRACKING_NUMBER");
    data(event)
        .put("carrier", carrier)
        .put("trackingNumber", number)
        .put("shippedOn", today().toString());
    return event;
  }

  private static ObjectNode data(ObjectNode event) {
    return event.withObjectProperty("data");
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
