package org.statusevents.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.statusevents.adapters.rest.ApiClient.Response;
import org.statusevents.application.access.Role;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.OrderFixture;

/// Every door that text comes in by refuses what storage cannot keep (U+0000, half characters) and
/// what is longer than its bound, with a pointer.
final class TextDoorsTest {
  private static final String STORE = "/api/v1/stores/shop";
  private static final String OPERATIONS = STORE + "/operations";
  private static final List<String> UNSTORABLE =
      List.of("\\u0000", "\\ud800", "\\udc00\\ud800", "\\u0007");

  @RegisterExtension final RunningApi api = new RunningApi();

  @BeforeEach
  void openShop() {
    api.shop(Channels.everyEvent("web")).imported(OrderFixture.order("A-1"));
  }

  /// A text in a body: where `%s` stands, text goes in.
  record Door(String method, String path, String body, String pointer) {
    @Override
    public String toString() {
      return method + " " + path + " " + pointer;
    }
  }

  private static Door event(String type, String data, String pointer) {
    return new Door(
        "POST",
        OPERATIONS,
        "{\"id\":\"op\",\"order\":\"A-1\",\"events\":[{\"type\":\""
            + type
            + "\",\"data\":"
            + data
            + "}]}",
        "/events/0/data" + pointer);
  }

  private static Door operation(String fields, String pointer) {
    return new Door(
        "POST", OPERATIONS, "{" + fields + ",\"events\":[{\"type\":\"ORDER_APPROVE\"}]}", pointer);
  }

  private static Door order(String fields, String pointer) {
    return new Door(
        "PUT", STORE + "/orders/A-2", "{" + fields + ",\"lines\":[" + line() + "]}", pointer);
  }

  private static String line() {
    return "{\"line\":1,\"sku\":\"S\",\"name\":\"N\",\"quantity\":1}";
  }

  private static Door put(String path, String body, String pointer) {
    return new Door("PUT", path.startsWith("/api") ? path : STORE + path, body, pointer);
  }

  static Stream<Door> doors() {
    return Stream.of(
        operation("\"id\":\"a%s\",\"order\":\"A-1\"", "/id"),
        operation("\"id\":\"op\",\"order\":\"A-1%s\"", "/order"),
        operation("\"id\":\"op\",\"order\":\"A-1\",\"source\":\"a%s\"", "/source"),
        operation("\"id\":\"op\",\"order\":\"A-1\",\"actor\":\"a%s\"", "/actor"),
        operation("\"id\":\"op\",\"order\":\"A-1\",\"occurredAt\":\"2026%s\"", "/occurredAt"),
        new Door(
            "POST",
            OPERATIONS,
            "{\"id\":\"op\",\"order\":\"A-1\",\"events\":[{\"type\":\"ORDER_%s\"}]}",
            "/events/0/type"),
        event("ORDER_APPROVE", "{\"reason\":\"a%s\"}", "/reason"),
        event("ORDER_APPROVE", "{\"reference\":\"a%s\"}", "/reference"),
        event(
            "ORDER_ADD_TRACKING_NUMBER",
            "{\"carrier\":\"a%s\",\"trackingNumber\":\"1Z\"}",
            "/carrier"),
        event("ORDER_ADD_TRACKING_NUMBER", "{\"trackingNumber\":\"a%s\"}", "/trackingNumber"),
        event(
            "ORDER_EDIT_TRACKING_NUMBER",
            "{\"oldTrackingNumber\":\"a%s\",\"trackingNumber\":\"1Z\"}",
            "/oldTrackingNumber"),
        event("ORDER_CHANGE_STATUS", "{\"label\":\"a%s\"}", "/label"),
        event(
            "ITEM_CHANGE_STATUS", "{\"lines\":[{\"line\":1,\"label\":\"a%s\"}]}", "/lines/0/label"),
        event("DROP_SHIP_ORDERED", "{\"lines\":[{\"line\":1}],\"supplier\":\"a%s\"}", "/supplier"),
        event(
            "DROP_SHIP_ORDERED",
            "{\"lines\":[{\"line\":1}],\"purchaseOrder\":\"a%s\"}",
            "/purchaseOrder"),
        event(
            "ITEM_ADD",
            "{\"newLines\":[{\"line\":9,\"sku\":\"a%s\",\"name\":\"N\",\"quantity\":1}]}",
            "/newLines/0/sku"),
        event("ITEM_REVISE", "{\"changes\":[{\"line\":1,\"sku\":\"a%s\"}]}", "/changes/0/sku"),
        event("ITEM_REVISE", "{\"changes\":[{\"line\":1,\"name\":\"a%s\"}]}", "/changes/0/name"),
        event(
            "ITEM_EXCHANGE",
            "{\"lines\":[{\"line\":1}],\"newOrder\":{\"number\":\"A%s\",\"lines\":["
                + line()
                + "]}}",
            "/newOrder/number"),
        order("\"cartOrderNumber\":\"a%s\"", "/cartOrderNumber"),
        order("\"channel\":\"a%s\"", "/channel"),
        order("\"locale\":\"a%s\"", "/locale"),
        order("\"billTo\":{\"name\":\"a%s\"}", "/billTo/name"),
        order("\"billTo\":{\"postalCode\":\"a%s\"}", "/billTo/postalCode"),
        order("\"billTo\":{\"email\":\"a%s\"}", "/billTo/email"),
        order("\"billTo\":{\"phone\":\"a%s\"}", "/billTo/phone"),
        order("\"shipTo\":{\"name\":\"a%s\"}", "/shipTo/name"),
        put(
            "/orders/A-2",
            "{\"lines\":[{\"line\":1,\"sku\":\"a%s\",\"name\":\"N\",\"quantity\":1}]}",
            "/lines/0/sku"),
        put(
            "/orders/A-2",
            "{\"lines\":[{\"line\":1,\"sku\":\"S\",\"name\":\"a%s\",\"quantity\":1}]}",
            "/lines/0/name"),
        put("/labels/Gift", "{\"publicText\":{\"de\":\"a%s\"}}", "/publicText/de"),
        put("/labels/Gift", "{\"color\":\"#%s\"}", "/color"),
        new Door("POST", STORE + "/labels/Paid/rename", "{\"text\":\"a%s\"}", "/text"),
        put("/status-events/ORDER_APPROVE", "{\"orderLabel\":\"a%s\"}", "/orderLabel"),
        put("/channels/web", "{\"adapter\":\"a%s\"}", "/adapter"),
        put("/channels/web", "{\"url\":\"https://cart.example/%s\"}", "/url"),
        put("/channels/web", "{\"settings\":{\"variant\":\"a%s\"}}", "/settings/variant"),
        put("/channels/web", "{\"secrets\":{\"user\":\"a%s\"}}", "/secrets/user"),
        put("/channels/web", "{\"labelMapping\":{\"Paid\":\"a%s\"}}", "/labelMapping/Paid"),
        put(STORE, "{\"name\":\"a%s\"}", "/name"),
        put(STORE, "{\"timeZone\":\"UTC%s\"}", "/timeZone"),
        new Door(
            "POST",
            "/api/v1/keys",
            "{\"store\":\"shop\",\"role\":\"read\",\"name\":\"a%s\"}",
            "/name"),
        new Door(
            "POST",
            "/api/v1/keys",
            "{\"store\":\"sh%s\",\"role\":\"read\",\"name\":\"a\"}",
            "/store"),
        new Door("POST", STORE + "/orders/A-1/resend", "{\"channel\":\"w%s\"}", "/channel"),
        new Door(
            "POST",
            STORE + "/status-lookup",
            "{\"order\":\"A-1%s\",\"postalCode\":\"90210\"}",
            "/order"),
        new Door(
            "POST",
            STORE + "/status-lookup",
            "{\"order\":\"A-1\",\"postalCode\":\"90210%s\"}",
            "/postalCode"));
  }

  private Response through(Door door, String text) {
    return api.client(Role.ADMIN)
        .send(door.method(), door.path(), "application/json", door.body().replace("%s", text));
  }

  @ParameterizedTest
  @MethodSource("doors")
  void whatStorageCannotKeepIsRefusedWithAPointer(Door door) {
    for (String text : UNSTORABLE) {
      for (String within : List.of(text + "x", "x" + text + "x")) {
        assertThat(through(door, within).isProblem(422, "invalid").pointers())
            .as("%s with %s", door, within)
            .contains(door.pointer());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("doors")
  void everyTextHasABound(Door door) {
    assertThat(through(door, "x".repeat(8_000)).isProblem(422, "invalid").pointers())
        .contains(door.pointer());
  }

  @Test
  void namesOfFieldsAreNoDoorEither() {
    for (String text : UNSTORABLE) {
      for (Door door :
          List.of(
              operation("\"id\":\"op\",\"order\":\"A-1\",\"x%s\":1", ""),
              put("/labels/Gift", "{\"publicText\":{\"d%s\":\"a\"}}", ""),
              put("/channels/web", "{\"settings\":{\"a%s\":\"a\"}}", ""),
              put("/channels/web", "{\"secrets\":{\"a%s\":\"a\"}}", ""),
              put("/channels/web", "{\"labelMapping\":{\"Paid%s\":\"a\"}}", ""))) {
        Response answer = through(door, text);
        var _ =
            text.startsWith("\\u0")
                ? answer.isProblem(422, "invalid")
                : answer.isProblem(400, "malformed");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"%00", "a%00b", "%ED%A0%80", "%07", "%FF"})
  void aPathThatCanBeNobodysIsNotFoundOrRefused(String word) {
    ApiClient client = api.client(Role.ADMIN);
    List<Response> answers =
        List.of(
            client.get("/api/v1/stores/" + word),
            client.get(STORE + "/orders/" + word),
            client.get(STORE + "/orders/" + word + "/history"),
            client.get(STORE + "/orders/" + word + "/updates"),
            client.get(STORE + "/channels/" + word),
            client.delete(STORE + "/channels/" + word),
            client.delete(STORE + "/labels/" + word),
            client.put("/api/v1/stores/" + word, "{}"),
            client.put(STORE + "/orders/" + word, Bodies.order(1)),
            client.put(STORE + "/channels/" + word, "{}"),
            client.put(STORE + "/status-events/" + word, "{}"),
            client.post(STORE + "/updates/" + word + "/retry", ""),
            client.post("/api/v1/stores/" + word + "/status-lookup", "{}"),
            client.delete("/api/v1/keys/" + word));

    assertThat(answers).extracting(Response::status).isSubsetOf(400, 404, 422);
  }

  @Test
  void aKeysIdThatCanBeNobodysIsNotFound() {
    for (String word : List.of("%00", "a%00b", "a".repeat(41), "a".repeat(4_000))) {
      api.client(Role.ADMIN).delete("/api/v1/keys/" + word).isProblem(404, "key-not-found");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/orders?q=a%00b",
        "/orders?q=%07",
        "/orders?orderLabel=a%00",
        "/orders?itemLabel=a%00",
        "/orders?event=%00x",
        "/orders?channel=w%00",
        "/orders?deliveryState=%00x",
        "/orders?from=%00x",
        "/orders?cursor=%00x",
        "/orders?cursor=b3JkZXJzH0EtMQA",
        "/updates?channel=w%00",
        "/updates?cursor=%00x",
        "/labels?cursor=%00x",
        "/channels?cursor=%00x",
        "/orders/A-1/history?cursor=%00x",
        "/orders/A-1/updates?cursor=%00x",
        "/counts?to=%00x",
        "/orders?limit=%00"
      })
  void aParameterThatStorageCannotKeepIsRefused(String path) {
    assertThat(api.client(Role.READ).get(STORE + path).is(400).text()).contains("urn:statusevents");
  }
}
