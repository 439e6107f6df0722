package org.statusevents.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.statusevents.adapters.rest.ApiClient.Response;
import org.statusevents.application.access.Role;
import org.statusevents.testkit.Channels;

final class ExplainTest {
  private static final String ORDER = "/api/v1/stores/shop/orders/1001";

  @RegisterExtension final RunningApi api = new RunningApi();

  @BeforeEach
  void importOrder() {
    api.shop(Channels.everyEvent("cart"));
    api.client(Role.INGEST).put(ORDER, Bodies.order(1)).is(201);
  }

  @Test
  void theDecisionIsToldInSentencesAndNothingChanges() {
    String before = api.client(Role.READ).get(ORDER).is(200).text();
    JsonNode told = explain("{\"events\": [{\"type\": \"ORDER_APPROVE\"}]}").is(200).json();
    assertThat(told.path("orderLabel").asText()).isEqualTo("Approved");
    assertThat(told.at("/changes/0/previousLabel").asText()).isEqualTo("Received");
    assertThat(told.at("/channels/0/channel").asText()).isEqualTo("cart");
    assertThat(told.at("/channels/0").has("update")).isFalse();
    assertThat(told.path("sentences").toString()).contains("Order Approve", "Received", "Approved");
    assertThat(api.client(Role.READ).get(ORDER).is(200).text()).isEqualTo(before);
  }

  @Test
  void ordersThatWouldAriseAreToldToo() {
    JsonNode told =
        explain(
                """
                {"events": [{"type": "ITEM_EXCHANGE", "data": {"lines": "all", "newOrder":
                 {"number": "1002", "lines": [{"line": 1, "sku": "B", "name": "B", "quantity": 1}]}}}]}
                """)
            .is(200)
            .json();
    assertThat(told.at("/newOrders/0/order").asText()).isEqualTo("1002");
    api.client(Role.READ).get("/api/v1/stores/shop/orders/1002").isProblem(404, "order-unknown");
  }

  @Test
  void wrongEventsAreRefusedAsAnOperationsAre() {
    assertThat(
            explain("{\"events\": [{\"type\": \"ORDER_NOD\"}], \"order\": \"7\", \"x\": 1}")
                .isProblem(422, "invalid")
                .pointers())
        .containsExactlyInAnyOrder("/events/0/type", "/order", "/x");
    assertThat(
            explain(
                    "{\"events\": [{\"type\": \"ITEM_RETURN\", \"data\": {\"lines\": [{\"line\":"
                        + " 2}]}}]}")
                .isProblem(422, "invalid")
                .pointers())
        .containsExactly("/events/0/data/lines/0/line");
  }

  @Test
  void anUnknownOrderIsNotExplained() {
    api.client(Role.READ)
        .post(
            "/api/v1/stores/shop/orders/9999/explain",
            "{\"events\": [{\"type\": \"ORDER_APPROVE\"}]}")
        .isProblem(404, "order-unknown");
  }

  private Response explain(String body) {
    return api.client(Role.READ).post(ORDER + "/explain", body);
  }
}
