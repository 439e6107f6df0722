package org.statusevents.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.statusevents.application.access.Role;
import org.statusevents.domain.event.StandardEvent;

final class StatusEventsTest {
  private static final String EVENTS = "/api/v1/stores/shop/status-events";

  @RegisterExtension final RunningApi api = new RunningApi();

  @Test
  void theTableHasAllEventsInTheirOrderAlsoWhereNoRowIsFilled() {
    ApiClient client = api.client(Role.CONFIGURE);
    client.put("/api/v1/stores/shop", "{}").is(201);
    var answer = client.get(EVENTS).is(200);
    assertThat(answer.json().path("rules").findValuesAsText("event"))
        .isEqualTo(List.of(StandardEvent.values()).stream().map(StandardEvent::key).toList());
    assertThat(answer.header("ETag")).contains("\"1\"");
    assertThat(answer.json().path("version").asLong()).isEqualTo(1);
    JsonNode row = answer.json().path("rules").path(13);
    assertThat(row.path("event").asText()).isEqualTo("ORDER_ADD_TRACKING_NUMBER");
    assertThat(row.path("name").asText()).isEqualTo("Order Add Tracking Number");
    assertThat(row.path("itemLabel").isNull()).isTrue();
    assertThat(row.path("notify").isBoolean()).isTrue();
  }

  @Test
  void aTableThatIsKnownIsNotSentAgain() {
    api.shop();
    ApiClient client = api.client(Role.READ);
    assertThat(get(client, "\"1\"").is(304).text()).isEmpty();
    get(client, "\"7\", W/\"1\"").is(304);
    get(client, "*").is(304);
    get(client, "\"2\"").is(200);
  }

  private static ApiClient.Response get(ApiClient client, String ifNoneMatch) {
    return client.send(
        new ApiClient.Sent("GET", EVENTS, Map.of("If-None-Match", ifNoneMatch), Optional.empty()));
  }

  @Test
  void aRowIsSetAndKeepsWhatIsNotNamed() {
    api.shop();
    ApiClient client = api.client(Role.CONFIGURE);
    var answer =
        client
            .put(
                EVENTS + "/ORDER_PACK",
                "{\"itemLabel\":\"Packed\",\"orderLabel\":\"Paid\",\"notify\":false}")
            .is(200);
    assertThat(answer.json().path("itemLabel").asText()).isEqualTo("Packed");
    assertThat(answer.json().path("orderLabel").asText()).isEqualTo("Paid");
    assertThat(answer.json().path("notify").asBoolean()).isFalse();
    assertThat(answer.json().path("version").asLong()).isEqualTo(2);
    assertThat(answer.header("ETag")).contains("\"2\"");
    JsonNode cleared = client.put(EVENTS + "/ORDER_PACK", "{\"itemLabel\":null}").is(200).json();
    assertThat(cleared.path("itemLabel").isNull()).isTrue();
    assertThat(cleared.path("orderLabel").asText()).isEqualTo("Paid");
    JsonNode same = client.put(EVENTS + "/ORDER_PACK", "{\"orderLabel\":\"Paid\"}").is(200).json();
    assertThat(same.path("version").asLong()).isEqualTo(3);
  }

  @Test
  void aStaleConditionIsToldTheVersionNow() {
    api.shop();
    ApiClient client = api.client(Role.CONFIGURE);
    put(client, "\"1\"", "{\"notify\":false}").is(200);
    var stale = put(client, "\"1\"", "{\"notify\":true}").isProblem(412, "stale");
    assertThat(stale.header("ETag")).contains("\"2\"");
    put(client, "W/\"2\"", "{\"orderLabel\":\"Paid\"}").is(200);
    put(client, "*", "{\"orderLabel\":\"Packed\"}").is(200);
    put(client, "\"1\", \"4\"", "{\"orderLabel\":\"Paid\"}").is(200);
  }

  private static ApiClient.Response put(ApiClient client, String ifMatch, String body) {
    return client.send(
        new ApiClient.Sent(
            "PUT",
            EVENTS + "/ORDER_PACK",
            Map.of("If-Match", ifMatch, "Content-Type", "application/json"),
            Optional.of(body.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void labelsThatCannotBeChosenAreRefusedEach() {
    api.shop();
    ApiClient client = api.client(Role.CONFIGURE);
    client.put("/api/v1/stores/shop/labels/Old", "{\"archived\":true}").is(201);
    var refused =
        client.put(EVENTS + "/ORDER_PACK", "{\"itemLabel\":\"Nope\",\"orderLabel\":\"Old\"}");
    refused.isProblem(422, "invalid");
    assertThat(refused.pointers()).containsExactly("/itemLabel", "/orderLabel");
    assertThat(client.put(EVENTS + "/ORDER_PACK", "{\"itemLabel\":\"it's\"}").pointers())
        .containsExactly("/itemLabel");
  }

  @Test
  void theTwoEventsThatCarryTheirLabelsTakeNone() {
    api.shop();
    ApiClient client = api.client(Role.CONFIGURE);
    assertThat(
            client
                .put(EVENTS + "/ITEM_CHANGE_STATUS", "{\"itemLabel\":\"Paid\"}")
                .isProblem(422, "invalid")
                .pointers())
        .containsExactly("/itemLabel");
    assertThat(
            client
                .put(EVENTS + "/ORDER_CHANGE_STATUS", "{\"orderLabel\":\"Paid\"}")
                .isProblem(422, "invalid")
                .pointers())
        .containsExactly("/orderLabel");
    client
        .put(
            EVENTS + "/ORDER_CHANGE_STATUS",
            "{\"itemLabel\":null,\"orderLabel\":null,\"notify\":false}")
        .is(200);
  }

  @Test
  void anUnknownEventIsSaidToBeUnknown() {
    api.shop();
    ApiClient client = api.client(Role.CONFIGURE);
    client.put(EVENTS + "/ORDER_EXPLODE", "{}").isProblem(404, "event-unknown");
    client.put(EVENTS + "/order_pack", "{}").isProblem(404, "event-unknown");
  }

  @Test
  void anEventOfTheStoresOwnGetsARowLikeAnyOther() {
    api.shop();
    ApiClient client = api.client(Role.CONFIGURE);
    String definition = EVENTS + "/GIFT_WRAPPED/definition";
    client.put(definition, "{\"name\":\"Gift Wrapped\",\"scope\":\"item\"}").is(201);
    client.put(EVENTS + "/GIFT_WRAPPED", "{\"itemLabel\":\"Packed\",\"notify\":true}").is(200);
    JsonNode changed =
        client
            .put(definition, "{\"name\":\"Wrapped\",\"scope\":\"order\",\"description\":\"Done.\"}")
            .is(200)
            .json();
    assertThat(changed.path("itemLabel").asText()).isEqualTo("Packed");
    assertThat(changed.path("scope").asText()).isEqualTo("order");
    JsonNode rules = client.get(EVENTS).is(200).json().path("rules");
    assertThat(rules).hasSize(31);
    assertThat(rules.path(30).path("name").asText()).isEqualTo("Wrapped");
    assertThat(client.put(EVENTS + "/ORDER_PACK/definition", "{}").pointers())
        .containsExactlyInAnyOrder("/event", "/name", "/scope");
  }
}
