package org.statusevents.bootstrap.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.statusevents.domain.event.StandardEvent;

/// Twelve orders and what happens to them, the same for the same round.
final class SampleStory {
  static final int ORDERS = 12;
  private static final int FIRST_NUMBER = 1001;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String SHIP_DATE = "2026-05-04";
  private static final List<String> CUSTOMERS =
      List.of(
          "Ada Brown",
          "Ben Carter",
          "Chloé Dubois",
          "Dmitri Egorov",
          "Elena Fischer",
          "Farid Ghani");
  private static final List<String> PRODUCTS =
      List.of(
          "Enamel mug", "Linen towel", "Oak board", "Tea, 250 g", "Wool blanket", "Beeswax candle");

  private final Random chance;
  private final int firstNumber;

  SampleStory(int round) {
    this.chance = new Random(round);
    this.firstNumber = FIRST_NUMBER + round * ORDERS;
  }

  String number(int order) {
    return Integer.toString(firstNumber + order);
  }

  /// The order as its import.
  ObjectNode order(int order) {
    int customer = order % CUSTOMERS.size();
    ObjectNode body =
        JSON.objectNode()
            .put("cartOrderNumber", "W" + (firstNumber + order + 5_000))
            .put("orderedAt", "2026-05-0" + (1 + order % 3) + "T0" + (order % 10) + ":15:00Z");
    ObjectNode _ =
        body.putObject("billTo")
            .put("name", CUSTOMERS.get(customer))
            .put("postalCode", Integer.toString(10_115 + customer));
    ObjectNode _ = body.putObject("shipTo").put("name", CUSTOMERS.get(customer));
    for (int line = 1; line <= 2; line++) {
      int product = (order + line) % PRODUCTS.size();
      ObjectNode _ =
          body.withArray("lines")
              .addObject()
              .put("line", line)
              .put("sku", "SKU-" + (100 + product))
              .put("name", PRODUCTS.get(product))
              .put("quantity", 1 + (order + line) % 3);
    }
    return body;
  }

  /// What happens, in order; the lives of the orders are shuffled together.
  List<Step> steps() {
    List<Integer> turns = new ArrayList<>();
    List<List<Step>> lives = new ArrayList<>();
    for (int order = 0; order < ORDERS; order++) {
      List<Step> life = life(order);
      lives.add(life);
      turns.addAll(Collections.nCopies(life.size(), order));
    }
    Collections.shuffle(turns, chance);
    int[] next = new int[ORDERS];
    List<Step> steps = new ArrayList<>();
    for (int order : turns) {
      steps.add(lives.get(order).get(next[order]++));
    }
    return steps;
  }

  private List<Step> life(int order) {
    Step paid = step(order, StandardEvent.ORDER_PAYMENT_RECEIVED, JSON.objectNode());
    Step approved = step(order, StandardEvent.ORDER_APPROVE, JSON.objectNode());
    Step packed = step(order, StandardEvent.ORDER_PACK, JSON.objectNode());
    Step shipped =
        step(
            order,
            StandardEvent.ORDER_SET_ACTUAL_SHIP_DATE,
            JSON.objectNode().put("date", SHIP_DATE));
    Step tracked =
        step(
            order,
            StandardEvent.ORDER_ADD_TRACKING_NUMBER,
            JSON.objectNode()
                .put("carrier", order % 2 == 0 ? "UPS" : "USPS")
                .put("trackingNumber", "1Z" + number(order) + "0000" + chance.nextInt(10, 100))
                .put("shippedOn", SHIP_DATE));
    Step backordered = step(order, StandardEvent.ITEM_FORCE_BACKORDER, line(2));
    Step filled = step(order, StandardEvent.ITEM_FILL_BACKORDER, line(2));
    Step returned = step(order, StandardEvent.ITEM_RETURN, line(1));
    Step canceled = step(order, StandardEvent.ORDER_CANCEL, JSON.objectNode());
    return switch (order % 6) {
      case 0, 1 -> List.of(paid, approved, packed, shipped, tracked);
      case 2 -> List.of(approved, backordered, filled, packed, tracked);
      case 3 -> List.of(paid, approved, packed, tracked, returned);
      case 4 -> List.of(approved, canceled);
      default -> List.of(paid, approved, packed, tracked);
    };
  }

  private static ObjectNode line(int number) {
    ObjectNode data = JSON.objectNode();
    ObjectNode _ = data.putArray("lines").addObject().put("line", number);
    return data;
  }

  private Step step(int order, StandardEvent event, ObjectNode data) {
    ObjectNode body =
        JSON.objectNode()
            .put("id", "demo:" + number(order) + ":" + event.key())
            .put("source", "demo")
            .put("actor", "sample story")
            .put("order", number(order));
    ObjectNode told = body.putArray("events").addObject().put("type", event.key());
    if (!data.isEmpty()) {
      told.set("data", data);
    }
    return new Step(body);
  }

  /// An operation to post.
  record Step(ObjectNode operation) {}
}
