package org.statusevents.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.statusevents.adapters.rest.ApiClient.Response;
import org.statusevents.application.access.Role;
import org.statusevents.domain.configuration.ConfigurationChange;
import org.statusevents.domain.event.EventScope;
import org.statusevents.domain.event.StoreEvent;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.ManualClock;
import org.statusevents.testkit.TestStore;

final class PostOperationTest {
  private static final String STORE = "/api/v1/stores/shop";

  @RegisterExtension final RunningApi api = new RunningApi();

  private TestStore shop;

  @BeforeEach
  void openShop() {
    shop = api.shop(Channels.everyEvent("cart"));
    api.client(Role.INGEST).put(STORE + "/orders/1001", Bodies.order(2)).is(201);
  }

  @Test
  void theAnswerTellsLabelsChangesAndChannels() {
    JsonNode answer = post(Bodies.approval("op-1", "1001")).is(200).json();
    assertThat(answer.path("operation").asText()).isEqualTo("op-1");
    assertThat(answer.path("order").asText()).isEqualTo("1001");
    assertThat(answer.path("orderLabel").asText()).isEqualTo("Approved");
    assertThat(answer.path("version").asInt()).isEqualTo(2);
    assertThat(answer.path("sequence").asInt()).isEqualTo(2);
    assertThat(answer.path("lines")).hasSize(2);
    assertThat(answer.path("actor").asText()).isEqualTo("ingest");
    assertThat(answer.path("source").asText()).isEqualTo("api");
    assertThat(answer.path("occurredAt").asText()).isEqualTo(ManualClock.START.toString());
    assertThat(answer.path("recordedAt").asText()).isEqualTo(ManualClock.START.toString());
    assertThat(answer.path("configurationVersion").asInt()).isEqualTo(1);
    assertThat(answer.at("/changes/0").toString())
        .isEqualTo("{\"previousLabel\":\"Received\",\"label\":\"Approved\"}");
    assertThat(answer.at("/events/0/event").asText()).isEqualTo("ORDER_APPROVE");
    assertThat(answer.at("/events/0/sequence").asInt()).isEqualTo(2);
    assertThat(answer.path("newOrders")).isEmpty();
    assertThat(answer.at("/channels/0/channel").asText()).isEqualTo("cart");
  }

  @Test
  void theSameOperationAgainGetsTheSameAnswerAndHasNoSecondEffect() {
    Response first = post(Bodies.approval("op-1", "1001")).is(200);
    assertThat(first.header("Idempotent-Replayed")).isEmpty();
    post(Bodies.operation("op-2", "1001", "{\"type\": \"ORDER_PACK\"}")).is(200);
    api.clock.advance(Duration.ofHours(1));
    Response again =
        post("{\"events\": [{\"type\":\"ORDER_APPROVE\"}], \"order\":\"1001\", \"id\":\"op-1\"}")
            .is(200);
    assertThat(again.header("Idempotent-Replayed")).contains("true");
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(order().path("version").asInt()).isEqualTo(3);
  }

  @Test
  void theSameIdForSomethingElseIsRefused() {
    post(Bodies.approval("op-1", "1001")).is(200);
    post(Bodies.operation("op-1", "1001", "{\"type\": \"ORDER_PACK\"}")).isProblem(422, "id-taken");
    assertThat(order().path("version").asInt()).isEqualTo(2);
  }

  @Test
  void sourceActorAndTimeAreKeptAsTold() {
    JsonNode answer =
        post("""
        {"id": "op-1", "order": "1001", "source": "oms", "actor": "clerk",
         "occurredAt": "2026-03-04T12:00:00+02:00", "events": [{"type": "ORDER_PACK"}]}
        """)
            .is(200)
            .json();
    assertThat(answer.path("source").asText()).isEqualTo("oms");
    assertThat(answer.path("actor").asText()).isEqualTo("clerk");
    assertThat(answer.path("occurredAt").asText()).isEqualTo("2026-03-04T10:00:00Z");
  }

  @Test
  void aStoresOwnEventIsTakenWhereTheStoreHasIt() {
    String body =
        Bodies.operation(
            "op-1", "1001", "{\"type\": \"GIFT_WRAP\", \"data\": {\"lines\": \"all\"}}");
    assertThat(post(body).isProblem(422, "invalid").pointers()).containsExactly("/events/0/type");
    shop.change(
        new ConfigurationChange.SetStoreEvent(
            new StoreEvent("GIFT_WRAP", "Gift Wrap", EventScope.ITEM, "A line is wrapped.")));
    post(body).is(200);
  }

  @Test
  void anUnknownOrderOrStoreIsNotFound() {
    post(Bodies.approval("op-1", "9999")).isProblem(404, "order-unknown");
    api.client(Role.INGEST)
        .post("/api/v1/stores/nobody/operations", Bodies.approval("op-1", "1001"))
        .isProblem(404, "store-unknown");
    api.client(Role.INGEST)
        .post("/api/v1/stores/nobody/operations", "{}")
        .isProblem(404, "store-unknown");
  }

  @Test
  void whatIsWrongWithTheOperationIsToldAtOnce() {
    String body =
        """
        {"id": "import:1", "order": "?", "source": 7, "actor": "a\\u0000b",
         "occurredAt": "2026-03-07T00:00:00Z", "merchant": "x",
         "events": [{"type": "ORDER_SHRINK"}, {"type": "ORDER_PACK", "date": 1}, 5,
                    {"type": "ITEM_RETURN"}]}
        """;
    assertThat(post(body).isProblem(422, "invalid").pointers())
        .containsExactlyInAnyOrder(
            "/id",
            "/order",
            "/source",
            "/actor",
            "/occurredAt",
            "/merchant",
            "/events/0/type",
            "/events/1/date",
            "/events/2",
            "/events/3/data/lines");
    assertThat(post("{}").pointers()).containsExactlyInAnyOrder("/id", "/order", "/events");
    assertThat(post(Bodies.operation("a", "1001", "")).pointers()).containsExactly("/events");
    assertThat(order().path("version").asInt()).isEqualTo(1);
  }

  @Test
  void moreEventsThanAnOperationHoldsAreRefused() {
    String many = String.join(",", Collections.nCopies(51, "{\"type\": \"ORDER_PACK\"}"));
    assertThat(post(Bodies.operation("a", "1001", many)).isProblem(422, "invalid").pointers())
        .isEqualTo(List.of("/events"));
  }

  @Test
  void anOrderCanBeImportedByAnOperation() {
    String event =
        "{\"type\": \"ORDER_IMPORT\", \"data\": {\"order\": {\"number\": \"1002\", \"lines\": ["
            + Bodies.lines(1)
            + "]}}}";
    post(Bodies.operation("op-1", "1002", event)).is(200);
    post(Bodies.operation("op-2", "1002", event)).isProblem(409, "order-exists");
    assertThat(post(Bodies.operation("op-3", "1003", event)).isProblem(422, "invalid").pointers())
        .containsExactly("/events/0/data/order/number");
  }

  private Response post(String body) {
    return api.client(Role.INGEST).post(STORE + "/operations", body);
  }

  private JsonNode order() {
    return api.client(Role.READ).get(STORE + "/orders/1001").is(200).json();
  }
}
