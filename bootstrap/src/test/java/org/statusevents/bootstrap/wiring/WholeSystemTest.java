package org.statusevents.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.statusevents.bootstrap.wiring.FlakyReceiver.Taken;

/// The real service, the real database, a real receiver.
class WholeSystemTest {
  private static final String DATE_AND_TRACKING =
      """
      [{"type":"ORDER_SET_ACTUAL_SHIP_DATE","data":{"date":"2026-03-05"}},
       {"type":"ORDER_ADD_TRACKING_NUMBER","data":{"carrier":"UPS","trackingNumber":"1Z1"}}]\
      """;

  @TempDir static Path data;
  private static RunningNode node;

  @BeforeAll
  static void start() {
    node = new RunningNode(data.resolve("data"));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void manyClientsAndAReceiverThatFailsOneCallInThreeLoseAndReorderNothing() throws Exception {
    int orders = 20;
    int perOrder = 10;
    try (FlakyReceiver receiver = new FlakyReceiver(3, orders * perOrder)) {
      String[] labels = new String[perOrder];
      for (int i = 0; i < perOrder; i++) {
        labels[i] = "Step " + i;
      }
      node.store("many", "payload", receiver.address(), labels);
      node.rule("many", "ORDER_CHANGE_STATUS", "", "", true);
      List<Callable<JsonNode>> operations = new ArrayList<>();
      for (int order = 0; order < orders; order++) {
        String number = Integer.toString(2000 + order);
        node.order("many", number, 3);
        for (String label : labels) {
          String events =
              "[{\"type\":\"ORDER_CHANGE_STATUS\",\"data\":{\"label\":\"" + label + "\"}}]";
          String id = number + "-" + label.replace(' ', '-');
          operations.add(() -> node.operation("many", id, number, events));
        }
      }
      Collections.shuffle(operations, new Random(7));
      try (ExecutorService clients = Executors.newFixedThreadPool(16)) {
        for (Future<JsonNode> answer : clients.invokeAll(operations)) {
          assertThat(answer.get().path("channels").path(0).path("state").asText())
              .isEqualTo("owed");
        }
      }

      assertThat(receiver.gotAll(90)).as("all 200 updates arrived").isTrue();
      for (int order = 0; order < orders; order++) {
        String number = Integer.toString(2000 + order);
        List<Taken> taken = receiver.of(number);
        assertThat(taken).hasSize(perOrder);
        assertThat(taken.stream().map(Taken::sequence)).isSorted().doesNotHaveDuplicates();
        assertThat(taken.getLast().label())
            .isEqualTo(label(node.get("/stores/many/orders/" + number).isOk().body()));
      }
      System.out.println(
          "whole system: 200 operations on 20 orders from 16 clients; "
              + receiver.calls()
              + " calls, one in three failed; 200 updates arrived, each order's in rising"
              + " sequence");
    }
  }

  @Test
  void e1AndE2StrictModeSendsNothingAndPayloadModeOneUpdateWithTheTrackingNumber()
      throws Exception {
    try (FlakyReceiver receiver = new FlakyReceiver(0, 1)) {
      for (String mode : List.of("strict", "payload")) {
        node.store(mode, mode, receiver.address(), "Approved", "Shipped");
        node.rule(mode, "ORDER_SET_ACTUAL_SHIP_DATE", "", "Shipped", false);
        node.rule(mode, "ORDER_ADD_TRACKING_NUMBER", "", "Shipped", true);
        node.order(mode, "e-" + mode, 1);
      }

      JsonNode strict = node.operation("strict", "e1", "e-strict", DATE_AND_TRACKING);
      JsonNode payload = node.operation("payload", "e2", "e-payload", DATE_AND_TRACKING);

      assertThat(label(strict)).isEqualTo("Shipped");
      assertThat(reason(strict)).isEqualTo("unchanged");
      assertThat(state(payload)).isEqualTo("owed");
      assertThat(receiver.gotAll(30)).isTrue();
      assertThat(receiver.of("e-strict")).isEmpty();
      assertThat(receiver.of("e-payload")).hasSize(1);
      assertThat(receiver.of("e-payload").getFirst().data().path("parcels").path(0).path("number"))
          .hasToString("\"1Z1\"");
      assertThat(node.get("/stores/strict/lint").isOk().body().toString())
          .containsIgnoringCase("shared");
    }
  }

  @Test
  void e4AndE5ItemEventsRelabelTheirLinesAndOrderEventsAll() throws Exception {
    try (FlakyReceiver receiver = new FlakyReceiver(0, 2)) {
      node.store(
          "scope",
          "payload",
          receiver.address(),
          "Item Backordered",
          "Some Items Backordered",
          "Item Shipped",
          "Shipped");
      node.rule(
          "scope", "ITEM_FORCE_BACKORDER", "Item Backordered", "Some Items Backordered", true);
      node.rule("scope", "ORDER_ADD_TRACKING_NUMBER", "Item Shipped", "Shipped", true);
      node.order("scope", "45", 3);

      JsonNode e4 =
          node.operation(
              "scope",
              "e4",
              "45",
              "[{\"type\":\"ITEM_FORCE_BACKORDER\",\"data\":{\"lines\":[{\"line\":2}]}}]");
      assertThat(label(e4)).isEqualTo("Some Items Backordered");
      assertThat(lineLabels(e4)).containsExactly("null", "Item Backordered", "null");

      JsonNode e5 =
          node.operation(
              "scope",
              "e5",
              "45",
              """
              [{"type":"ORDER_ADD_TRACKING_NUMBER","data":{"carrier":"UPS","trackingNumber":"1Z"}}]\
              """);
      assertThat(label(e5)).isEqualTo("Shipped");
      assertThat(lineLabels(e5)).containsOnly("Item Shipped").hasSize(3);
      assertThat(receiver.gotAll(30)).isTrue();
    }
  }

  @Test
  void e6AndE7AnEmptyRowAndSwitchedOffUpdatesChangeAndSendNothing() throws Exception {
    try (FlakyReceiver receiver = new FlakyReceiver(0, 1)) {
      node.store("still", "payload", receiver.address(), "Approved");
      node.rule("still", "ORDER_PACK", "", "", true);
      node.rule("still", "ORDER_APPROVE", "", "Approved", true);
      node.order("still", "67", 1);

      JsonNode e6 = node.operation("still", "e6", "67", "[{\"type\":\"ORDER_PACK\"}]");
      var _ = node.put("/stores/still", "{\"statusUpdatesEnabled\":false}").isOk();
      JsonNode e7 = node.operation("still", "e7", "67", "[{\"type\":\"ORDER_APPROVE\"}]");

      assertThat(e6.path("changes")).isEmpty();
      assertThat(reason(e6)).isEqualTo("noLabelConfigured");
      assertThat(e7.path("changes")).isEmpty();
      assertThat(reason(e7)).isEqualTo("statusUpdatesOff");
      assertThat(receiver.calls()).isZero();
    }
  }

  @Test
  void e8AnExchangeRelabelsBothOrdersAndOwesOneUpdateEach() throws Exception {
    try (FlakyReceiver receiver = new FlakyReceiver(0, 2)) {
      node.store("exchange", "payload", receiver.address(), "Item Exchanged", "Exchange");
      node.rule("exchange", "ITEM_EXCHANGE", "Item Exchanged", "Exchange", true);
      node.order("exchange", "8", 2);

      var _ =
          node.operation(
              "exchange",
              "e8",
              "8",
              """
              [{"type":"ITEM_EXCHANGE","data":{"lines":[{"line":1,"quantity":1}],
                "newOrder":{"number":"8-B","lines":[{"line":1,"sku":"X","name":"Other","quantity":1}]}}}]\
              """);

      assertThat(receiver.gotAll(30)).isTrue();
      assertThat(receiver.of("8")).singleElement().extracting(Taken::label).isEqualTo("Exchange");
      assertThat(receiver.of("8-B")).singleElement().extracting(Taken::label).isEqualTo("Exchange");
      assertThat(lineLabels(node.get("/stores/exchange/orders/8").isOk().body()))
          .containsExactly("Item Exchanged", "null");
    }
  }

  private static String label(JsonNode answer) {
    return answer.path("orderLabel").asText();
  }

  private static String state(JsonNode answer) {
    return answer.path("channels").path(0).path("state").asText();
  }

  private static String reason(JsonNode answer) {
    return answer.path("channels").path(0).path("reason").asText();
  }

  private static List<String> lineLabels(JsonNode answer) {
    List<String> labels = new ArrayList<>();
    answer.path("lines").forEach(line -> labels.add(line.path("label").asText()));
    return labels;
  }
}
