package org.statusevents.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.statusevents.adapters.rest.ApiClient.Response;
import org.statusevents.application.access.Role;

final class ImportOrderTest {
  private static final String ORDERS = "/api/v1/stores/shop/orders/";

  @RegisterExtension final RunningApi api = new RunningApi();

  @BeforeEach
  void openShop() {
    api.shop();
  }

  @Test
  void anImportedOrderIsAnsweredAsItCanBeReadLater() {
    Response imported = put("1001", Bodies.order(2)).is(201);
    JsonNode order = imported.json();
    assertThat(order.path("number").asText()).isEqualTo("1001");
    assertThat(order.path("cartOrderNumber").asText()).isEqualTo("W-1");
    assertThat(order.path("orderedAt").asText()).isEqualTo("2026-03-01T09:00:00Z");
    assertThat(order.path("orderLabel").asText()).isEqualTo("Received");
    assertThat(order.path("version").asInt()).isEqualTo(1);
    assertThat(order.at("/lines/1/sku").asText()).isEqualTo("SKU-2");
    assertThat(order.at("/lines/1/needed").asInt()).isEqualTo(4);
    assertThat(imported.text()).doesNotContain("Ada", "1010", "customer.example", "Bea");
    assertThat(api.client(Role.READ).get(ORDERS + "1001").is(200).text())
        .isEqualTo(imported.text());
  }

  @Test
  void theSameImportAgainHasNoSecondEffect() {
    put("1001", Bodies.order(2)).is(201);
    String again = Bodies.order(2).replace(",", " ,").replace("+01:00", "+01:00");
    assertThat(put("1001", again).is(200).json().path("version").asInt()).isEqualTo(1);
  }

  @Test
  void anotherImportOfTheSameNumberIsAConflictAndChangesNothing() {
    put("1001", Bodies.order(2)).is(201);
    put("1001", Bodies.order(3)).isProblem(409, "order-exists");
    assertThat(api.client(Role.READ).get(ORDERS + "1001").json().path("lines")).hasSize(2);
  }

  @Test
  void aNumberWithReservedCharactersIsReadFromTheAddressDecoded() {
    assertThat(put("A%2F7%23b:c", Bodies.order(1)).is(201).json().path("number").asText())
        .isEqualTo("A/7#b:c");
    assertThat(api.client(Role.READ).get(ORDERS + "A%2F7%23b:c").is(200).text())
        .contains("A/7#b:c");
  }

  @Test
  void everyThingThatIsWrongIsToldAtOnce() {
    String body =
        """
        {"cartOrderNumber": 7, "channel": "a b", "orderedAt": "yesterday", "total": 12.5,
         "billTo": {"street": "Main St 1", "postalCode": "123456789012345678901"},
         "lines": [{"line": 1, "sku": "A", "name": "N", "quantity": 0},
                   {"line": 1, "sku": " ", "name": "N", "quantity": 1, "price": 3},
                   {"line": 2.5, "name": "N", "quantity": "1"}, 7]}
        """;
    assertThat(put("1001", body).isProblem(422, "invalid").pointers())
        .containsExactlyInAnyOrder(
            "/cartOrderNumber",
            "/channel",
            "/orderedAt",
            "/total",
            "/billTo/street",
            "/billTo/postalCode",
            "/lines/0/quantity",
            "/lines/1/line",
            "/lines/1/sku",
            "/lines/1/price",
            "/lines/2/line",
            "/lines/2/sku",
            "/lines/2/quantity",
            "/lines/3");
    api.client(Role.READ).get(ORDERS + "1001").isProblem(404, "order-unknown");
  }

  @Test
  void anOrderNeedsLines() {
    assertThat(put("1001", "{}").isProblem(422, "invalid").pointers()).containsExactly("/lines");
    assertThat(put("1001", "{\"lines\": []}").isProblem(422, "invalid").pointers())
        .containsExactly("/lines");
    assertThat(put("1001", "[]").isProblem(422, "invalid").pointers()).containsExactly("");
  }

  @Test
  void theBodyMayNameTheNumberOfTheAddressOnly() {
    String lines = "\"lines\": [" + Bodies.lines(1) + "]}";
    put("1001", "{\"number\": \"1001\", " + lines).is(201);
    assertThat(put("1002", "{\"number\": \"1001\", " + lines).isProblem(422, "invalid").pointers())
        .containsExactly("/number");
  }

  @Test
  void aNumberThatCanBeNoneIsRefused() {
    put("-1", Bodies.order(1)).isProblem(422, "invalid");
    put("1".repeat(65), Bodies.order(1)).isProblem(422, "invalid");
  }

  @Test
  void anUnknownStoreHasNoOrders() {
    api.client(Role.INGEST)
        .put("/api/v1/stores/nobody/orders/1", Bodies.order(1))
        .isProblem(404, "store-unknown");
    api.client(Role.INGEST)
        .put("/api/v1/stores/No_Body/orders/1", Bodies.order(1))
        .isProblem(404, "store-unknown");
  }

  private Response put(String number, String body) {
    return api.client(Role.INGEST).put(ORDERS + number, body);
  }

  @Test
  void theSameImportWrittenOtherwiseIsTheSame() {
    ApiClient client = api.client(Role.INGEST);
    String address = "/api/v1/stores/shop/orders/S-1";
    client
        .put(
            address,
            "{\"cartOrderNumber\":\"W\",\"lines\":[{\"line\":1,\"sku\":\"A\",\"name\":\"B\",\"quantity\":2}]}")
        .is(201);
    client
        .put(
            address,
            """
            { "lines": [ {"quantity": 2, "name": "\\u0042", "sku": "A", "line": 1} ],
              "billTo": null, "number": "S-1", "cartOrderNumber": "W" }
            """)
        .is(200);
    client
        .put(
            address,
            "{\"cartOrderNumber\":\"W\",\"lines\":[{\"line\":1,\"sku\":\"A\",\"name\":\"B\",\"quantity\":3}]}")
        .isProblem(409, "order-exists");
  }

  @Test
  void quantitiesNumbersAndDatesOfAnImportAreBounded() {
    var refused =
        api.client(Role.INGEST)
            .put(
                "/api/v1/stores/shop/orders/S-2",
                """
                {"orderedAt": "2026-02-30T10:00:00Z", "total": 12, "lines": [
                 {"line": 1, "sku": "A", "name": "B", "quantity": 0},
                 {"line": 1, "sku": "A", "name": "B", "quantity": 1.5},
                 {"line": 0, "sku": " ", "name": null, "quantity": 1, "price": 3}]}
                """)
            .isProblem(422, "invalid");
    assertThat(refused.pointers())
        .containsExactlyInAnyOrder(
            "/orderedAt",
            "/total",
            "/lines/0/quantity",
            "/lines/1/quantity",
            "/lines/1/line",
            "/lines/2/line",
            "/lines/2/sku",
            "/lines/2/name",
            "/lines/2/price");
    api.client(Role.READ).get("/api/v1/stores/shop/orders/S-2").isProblem(404, "order-unknown");
  }
}
