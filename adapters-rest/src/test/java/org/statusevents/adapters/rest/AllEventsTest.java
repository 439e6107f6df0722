package org.statusevents.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.statusevents.application.access.Role;
import org.statusevents.domain.event.DataShape;
import org.statusevents.domain.event.EventScope;
import org.statusevents.domain.event.StandardEvent;
import org.statusevents.testkit.Channels;

/// Each standard event, and a store's own, from its `POST` to the history.
final class AllEventsTest {
  private static final String STORE = "/api/v1/stores/shop";

  @RegisterExtension final RunningApi api = new RunningApi();

  @BeforeEach
  void importOrder() {
    api.shop(Channels.everyEvent("web"));
    api.client(Role.INGEST).put(STORE + "/orders/1001", Bodies.order(2)).is(201);
    ObjectNode parcel = JsonNodeFactory.instance.objectNode().put("trackingNumber", "OLD");
    post("first", event("ORDER_ADD_TRACKING_NUMBER", parcel)).is(200);
  }

  /// What the event's shape needs and nothing else.
  private static ObjectNode data(DataShape shape) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    switch (shape) {
      case NONE, OPTIONAL_LINES, OPTIONAL_LINES_TO_NEW_ORDER -> {}
      case LINES, SUPPLIER_LINES, LINES_TO_NEW_ORDER -> data.put("lines", "all");
      case EXPECTED_SHIP_DATE, ITEM_SHIP_DATE -> data.put("lines", "all").put("date", "2026-04-01");
      case ORDER_SHIP_DATE -> data.put("date", "2026-04-01");
      case NEW_LINES -> data.putArray("newLines").add(newLine(3));
      case REVISION -> data.put("lines", "all").putObject("changes").put("name", "Gift");
      case PARCEL -> data.put("carrier", "UPS").put("trackingNumber", "NEW");
      case PARCEL_CHANGE -> data.put("oldTrackingNumber", "OLD").put("trackingNumber", "NEW");
      case LINE_LABELS -> data.put("lines", "all").put("label", "Paid");
      case ORDER_LABEL -> data.put("label", "Paid");
      case ORDER -> data.putObject("order").putArray("lines").add(newLine(1));
    }
    return data;
  }

  private static ObjectNode newLine(int number) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("line", number)
        .put("sku", "N")
        .put("name", "New")
        .put("quantity", 1);
  }

  private static String event(String type, JsonNode data) {
    return "{\"type\": \"" + type + "\", \"data\": " + data + "}";
  }

  private ApiClient.Response post(String id, String events) {
    return api.client(Role.INGEST)
        .post(STORE + "/operations", Bodies.operation(id, "1001", events));
  }

  private JsonNode lastOfHistory(String order) {
    JsonNode items =
        api.client(Role.READ)
            .get(STORE + "/orders/" + order + "/history")
            .is(200)
            .json()
            .path("items");
    return items.path(items.size() - 1);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ORDER_IMPORT")
  void itIsTakenWithReasonAndReferenceAndFoundInTheHistoryAsAnswered(StandardEvent event) {
    ObjectNode data = data(event.dataShape()).put("reason", "why & <how>").put("reference", "R/1");
    JsonNode answer = post("op-1", event(event.key(), data)).is(200).json();
    JsonNode told = answer.at("/events/0");
    JsonNode recorded = lastOfHistory("1001");
    assertThat(told.path("event").asText()).isEqualTo(event.key());
    for (String field : new String[] {"sequence", "event", "changes", "channels"}) {
      assertThat(recorded.path(field)).as(field).isEqualTo(told.path(field));
    }
    for (String field :
        new String[] {"occurredAt", "recordedAt", "actor", "source", "configurationVersion"}) {
      assertThat(recorded.path(field)).as(field).isEqualTo(answer.path(field));
    }
    assertThat(recorded.path("operation").asText()).isEqualTo("op-1");
    assertThat(recorded.path("reason").asText()).isEqualTo("why & <how>");
    assertThat(recorded.path("reference").asText()).isEqualTo("R/1");
    JsonNode channel = told.at("/channels/0");
    assertThat(channel.path("channel").asText()).isEqualTo("web");
    assertThat(channel.path("state").asText()).isIn("owed", "notSent");
    assertThat(channel.has("reason")).isEqualTo(channel.path("state").asText().equals("notSent"));
  }

  @ParameterizedTest
  @EnumSource(StandardEvent.class)
  void dataThatTheEventDoesNotKnowIsRefusedWithAllItsPlaces(StandardEvent event) {
    ObjectNode data = data(event.dataShape()).put("price", 1).put("street", "x");
    assertThat(post("op-1", event(event.key(), data)).isProblem(422, "invalid").pointers())
        .contains("/events/0/data/price", "/events/0/data/street");
    assertThat(lastOfHistory("1001").path("sequence").asInt()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(StandardEvent.class)
  void everyLineScopedEventTakesNamedLinesToo(StandardEvent event) {
    boolean namesLines =
        event.scope() != EventScope.ORDER && event.dataShape() != DataShape.NEW_LINES;
    ObjectNode data = data(event.dataShape());
    data.putArray("lines").addObject().put("line", 9);
    if (namesLines) {
      assertThat(post("op-1", event(event.key(), data)).isProblem(422, "invalid").pointers())
          .contains("/events/0/data/lines/0/line");
    }
    data.putArray("lines").addObject().put("line", 2);
    int status = post("op-1", event(event.key(), data)).status();
    assertThat(status == 200 || !namesLines).as(event.key()).isTrue();
  }

  @Test
  void anImportComesFirstAndOnce() {
    String twice =
        event("ORDER_IMPORT", data(DataShape.ORDER))
            + ","
            + event("ORDER_IMPORT", data(DataShape.ORDER));
    ApiClient client = api.client(Role.INGEST);
    client
        .post(STORE + "/operations", Bodies.operation("op-1", "2002", twice))
        .isProblem(422, "invalid");
    String once = event("ORDER_IMPORT", data(DataShape.ORDER)) + ", {\"type\": \"ORDER_APPROVE\"}";
    client.post(STORE + "/operations", Bodies.operation("op-1", "2002", once)).is(200);
    assertThat(lastOfHistory("2002").path("event").asText()).isEqualTo("ORDER_APPROVE");
    client
        .post(STORE + "/operations", Bodies.operation("op-2", "2002", once))
        .isProblem(409, "order-exists");
  }

  @Test
  void anEventOfTheStoresOwnIsDefinedRuledPostedAndFound() {
    ApiClient admin = api.client(Role.ADMIN);
    String definition = STORE + "/status-events/GIFT_WRAPPED/definition";
    admin.put(definition, "{\"name\": \"Gift Wrapped\", \"scope\": \"item\"}").is(201);
    admin
        .put(STORE + "/status-events/GIFT_WRAPPED", "{\"itemLabel\": \"Packed\", \"notify\": true}")
        .is(200);
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.putArray("lines").addObject().put("line", 2);
    JsonNode answer = post("op-1", event("GIFT_WRAPPED", data)).is(200).json();
    assertThat(answer.at("/changes/0").toString())
        .isEqualTo("{\"line\":2,\"previousLabel\":\"Received\",\"label\":\"Packed\"}");
    assertThat(answer.at("/channels/0/state").asText()).isEqualTo("owed");
    assertThat(lastOfHistory("1001").path("event").asText()).isEqualTo("GIFT_WRAPPED");
    assertThat(
            admin
                .get(STORE + "/orders?event=GIFT_WRAPPED")
                .is(200)
                .json()
                .path("items")
                .findValuesAsText("number"))
        .containsExactly("1001");
  }
}
