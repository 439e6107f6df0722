package org.statusevents.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.statusevents.application.access.Role;
import org.statusevents.testkit.OrderFixture;

final class LabelsTest {
  private static final String SHOP = "/api/v1/stores/shop";
  private static final String LABELS = SHOP + "/labels";

  private static final String STORE_RULE = SHOP + "/status-events/ORDER_APPROVE";

  @RegisterExtension final RunningApi api = new RunningApi();

  @Test
  void aLabelIsAddedAndChangedPieceByPiece() {
    api.shop();
    ApiClient client = api.client(Role.CONFIGURE);
    JsonNode added =
        client
            .put(
                LABELS + "/On%20its%2Fthe%20way",
                "{\"kind\":\"partlyShipped\",\"publicText\":{\"de\":\"Unterwegs\"}}")
            .is(201)
            .json();
    assertThat(added.path("text").asText()).isEqualTo("On its/the way");
    assertThat(added.path("color").asText()).isEqualTo("#808080");
    assertThat(added.path("warnings")).isEmpty();
    JsonNode changed =
        client.put(LABELS + "/On%20its%2Fthe%20way", "{\"hidden\":true}").is(200).json();
    assertThat(changed.path("kind").asText()).isEqualTo("partlyShipped");
    assertThat(changed.path("publicText").path("de").asText()).isEqualTo("Unterwegs");
    assertThat(changed.path("hidden").asBoolean()).isTrue();
  }

  @Test
  void aLongTextIsTakenWithAWarning() {
    api.shop();
    ApiClient client = api.client(Role.CONFIGURE);
    assertThat(client.put(LABELS + "/" + "x".repeat(49), "{}").is(201).json().path("warnings"))
        .isEmpty();
    assertThat(client.put(LABELS + "/" + "x".repeat(50), "{}").is(201).json().path("warnings"))
        .hasSize(1);
    client.put(LABELS + "/" + "x".repeat(121), "{}").isProblem(422, "invalid");
  }

  @Test
  void badTextsAndFieldsAreRefusedTogether() {
    api.shop();
    var refused =
        api.client(Role.CONFIGURE)
            .put(
                LABELS + "/It%27s",
                "{\"kind\":\"gone\",\"color\":\"red\",\"publicText\":{\"x y\":1},\"hidden\":1}");
    refused.isProblem(422, "invalid");
    assertThat(refused.pointers())
        .containsExactlyInAnyOrder(
            "/text", "/kind", "/color", "/publicText/x y", "/publicText/x y", "/hidden");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "In Arbeit",
        "50 % off",
        "a/b",
        "Größe Ü",
        "a+b",
        "a?b#c",
        "a;b=c&d",
        "發送 🚚",
        "..x"
      })
  void anyTextCanStandInTheAddress(String text) {
    api.shop();
    ApiClient client = api.client(Role.CONFIGURE);
    String address = LABELS + "/" + escaped(text);
    assertThat(client.put(address, "{}").is(201).json().path("text").asText()).isEqualTo(text);
    String other = text + " 2";
    JsonNode renamed =
        client.post(address + "/rename", "{\"text\": \"" + other + "\"}").is(200).json();
    assertThat(renamed.path("text").asText()).isEqualTo(other);
    client.put(STORE_RULE, "{\"orderLabel\": \"" + other + "\"}").is(200);
    String used = LABELS + "/" + escaped(other);
    assertThat(client.delete(used).isProblem(409, "label-in-use").json().path("uses")).hasSize(1);
    client.put(address, "{}").is(201);
    client.delete(used + "?replacement=" + escaped(text)).is(204);
    assertThat(rule(client, "ORDER_APPROVE").path("orderLabel").asText()).isEqualTo(text);
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Test
  void aTextThatDiffersInCaseOnlyIsTaken() {
    api.shop();
    ApiClient client = api.client(Role.CONFIGURE);
    client.put(LABELS + "/SHIPPED", "{}").isProblem(409, "label-taken");
    client.post(LABELS + "/Packed/rename", "{\"text\":\"shipped\"}").isProblem(409, "label-taken");
  }

  @Test
  void theListTellsHowOftenEachLabelIsUsed() {
    var shop = api.shop();
    shop.imported(OrderFixture.order("A-1"));
    shop.imported(OrderFixture.order("A-2"));
    JsonNode list = api.client(Role.READ).get(LABELS + "?limit=500").is(200).json();
    JsonNode received =
        list.path("items")
            .valueStream()
            .filter(label -> label.path("text").asText().equals("Received"))
            .findFirst()
            .orElseThrow();
    assertThat(received.path("orderCount").asLong()).isEqualTo(2);
    assertThat(received.path("lineCount").asLong()).isEqualTo(6);
    assertThat(received.path("usedByRules").valueStream().map(JsonNode::asText))
        .containsExactly("ORDER_IMPORT", "ORDER_UNCANCEL");
    assertThat(list.path("items")).hasSize(25);
  }

  @Test
  void deletingAUsedLabelListsTheUsesAndGoesOnlyWithAReplacement() {
    api.shop();
    ApiClient client = api.client(Role.CONFIGURE);
    var inUse = client.delete(LABELS + "/Shipped").isProblem(409, "label-in-use");
    assertThat(inUse.json().path("uses").valueStream().map(JsonNode::asText))
        .containsExactly("ORDER_ADD_TRACKING_NUMBER");
    client.delete(LABELS + "/Shipped?replacement=Sent").isProblem(422, "invalid");
    client.delete(LABELS + "/Shipped?replacement=Shipped").isProblem(422, "invalid");
    client.delete(LABELS + "/Shipped?replacement=Order%20Shipped").is(204);
    client.delete(LABELS + "/Shipped").isProblem(404, "label-unknown");
    assertThat(rule(client, "ORDER_ADD_TRACKING_NUMBER").path("orderLabel").asText())
        .isEqualTo("Order Shipped");
  }

  @Test
  void archivingAUsedLabelListsTheUses() {
    api.shop();
    var inUse =
        api.client(Role.CONFIGURE)
            .put(LABELS + "/Packed", "{\"archived\":true}")
            .isProblem(409, "label-in-use");
    assertThat(inUse.json().path("uses").path(0).asText()).isEqualTo("ORDER_PACK");
  }

  @Test
  void aRenamedLabelKeepsItsPlaceInTheRules() {
    api.shop();
    ApiClient client = api.client(Role.CONFIGURE);
    JsonNode renamed =
        client.post(LABELS + "/Packed/rename", "{\"text\":\"Boxed\"}").is(200).json();
    assertThat(renamed.path("text").asText()).isEqualTo("Boxed");
    assertThat(rule(client, "ORDER_PACK").path("orderLabel").asText()).isEqualTo("Boxed");
    client.post(LABELS + "/Packed/rename", "{\"text\":\"X\"}").isProblem(404, "label-unknown");
    client.post(LABELS + "/Boxed/rename", "{}").isProblem(422, "invalid");
  }

  private static JsonNode rule(ApiClient client, String event) {
    return client
        .get(SHOP + "/status-events")
        .is(200)
        .json()
        .path("rules")
        .valueStream()
        .filter(rule -> rule.path("event").asText().equals(event))
        .findFirst()
        .orElseThrow();
  }
}
