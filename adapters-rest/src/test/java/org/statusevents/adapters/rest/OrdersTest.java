package org.statusevents.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.statusevents.application.access.Role;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.Operations;
import org.statusevents.testkit.OrderFixture;
import org.statusevents.testkit.TestStore;

final class OrdersTest {
  private static final String SHOP = "/api/v1/stores/shop";
  private static final String ORDERS = SHOP + "/orders";

  @RegisterExtension final RunningApi api = new RunningApi();

  @Test
  void anOrderIsReadWithLinesAndParcelsAndWithoutItsCustomer() {
    TestStore shop = api.shop();
    shop.imported(OrderFixture.order("A/1").withCartOrderNumber("W-1"));
    shop.recorded(
        Operations.operation("op-1", "A/1", Events.tracked("USPS", "94 00"), Events.shipped(2, 3)));
    var answer = api.client(Role.READ).get(ORDERS + "/A%2F1").is(200);
    JsonNode order = answer.json();
    assertThat(answer.header("ETag")).contains("\"3\"");
    assertThat(order.path("number").asText()).isEqualTo("A/1");
    assertThat(order.path("cartOrderNumber").asText()).isEqualTo("W-1");
    assertThat(order.path("orderLabel").asText()).isEqualTo("Shipped");
    assertThat(order.path("version").asLong()).isEqualTo(3);
    JsonNode line = order.path("lines").path(1);
    assertThat(line.path("label").asText()).isEqualTo("Item Shipped");
    assertThat(line.path("ordered").asInt()).isEqualTo(4);
    assertThat(line.path("shipped").asInt()).isEqualTo(3);
    assertThat(line.path("needed").asInt()).isEqualTo(1);
    assertThat(line.path("actualShipDate").asText()).isEqualTo("2026-03-05");
    assertThat(order.path("parcels").path(0).path("url").asText())
        .isEqualTo("https://tools.usps.com/go/TrackConfirmAction?tLabels=94+00");
    assertThat(answer.text()).doesNotContain("Ada", "Bea", "90210", "customer.example", "+43");
    api.client(Role.READ).get(ORDERS + "/A-2").isProblem(404, "order-unknown");
    api.client(Role.READ).get(ORDERS + "/%20").isProblem(404, "order-unknown");
  }

  @Test
  void theHistoryTellsWhatHappenedAndWhereEachChannelStands() {
    TestStore shop = api.shop(Channels.everyEvent("web"));
    shop.imported(OrderFixture.order("A-1"));
    shop.owed("op-1", "A-1", Events.approved(), Events.expected(1));
    var answer = api.client(Role.READ).get(ORDERS + "/A-1/history").is(200);
    JsonNode items = answer.json().path("items");
    assertThat(items.findValuesAsText("sequence")).containsExactly("1", "2", "3");
    JsonNode approved = items.path(1);
    assertThat(approved.path("event").asText()).isEqualTo("ORDER_APPROVE");
    assertThat(approved.path("operation").asText()).isEqualTo("op-1");
    assertThat(approved.path("actor").asText()).isEqualTo(Operations.ACTOR);
    assertThat(approved.path("source").asText()).isEqualTo(Operations.SOURCE);
    assertThat(approved.path("configurationVersion").asLong()).isEqualTo(1);
    JsonNode change = approved.path("changes").path(0);
    assertThat(change.has("line")).isFalse();
    assertThat(change.path("previousLabel").asText()).isEqualTo("Received");
    assertThat(change.path("label").asText()).isEqualTo("Approved");
    JsonNode channel = approved.path("channels").path(0);
    assertThat(channel.path("channel").asText()).isEqualTo("web");
    assertThat(channel.path("state").asText()).isEqualTo("owed");
    assertThat(channel.path("update").asText()).isNotEmpty();
    assertThat(items.path(2).path("changes").path(0).path("line").asInt()).isEqualTo(1);
    assertThat(answer.text()).doesNotContain("Ada", "Bea", "90210", "customer.example", "+43");
  }

  @Test
  void theHistoryComesInPages() {
    TestStore shop = api.shop();
    shop.imported(OrderFixture.order("A-1"));
    shop.recorded(Operations.operation("op-1", "A-1", Events.approved(), Events.packed()));
    ApiClient client = api.client(Role.READ);
    JsonNode first = client.get(ORDERS + "/A-1/history?limit=2").is(200).json();
    assertThat(first.path("items")).hasSize(2);
    JsonNode rest =
        client
            .get(ORDERS + "/A-1/history?limit=2&cursor=" + first.path("next").asText())
            .is(200)
            .json();
    assertThat(rest.path("items").findValuesAsText("event")).containsExactly("ORDER_PACK");
    assertThat(rest.path("next").isNull()).isTrue();
    client.get(ORDERS + "/A-2/history").isProblem(404, "order-unknown");
  }

  @Test
  void theLedgerSaysWhyNothingWasSent() {
    TestStore shop = api.shop();
    shop.imported(OrderFixture.order("A-1"));
    JsonNode entry =
        api.client(Role.READ).get(ORDERS + "/A-1/updates").is(200).json().path("items").path(0);
    assertThat(entry.path("event").asText()).isEqualTo("ORDER_IMPORT");
    assertThat(entry.path("channel").isNull()).isTrue();
    assertThat(entry.path("state").asText()).isEqualTo("notSent");
    assertThat(entry.path("reason").asText()).isEqualTo("noChannel");
    assertThat(entry.has("update")).isFalse();
    api.client(Role.READ).get(ORDERS + "/A-2/updates").isProblem(404, "order-unknown");
  }

  @Test
  void ordersAreFoundByTheirLabelsAndByHavingNone() {
    TestStore shop = api.shop();
    shop.imported(OrderFixture.order("A-1"));
    shop.imported(OrderFixture.order("A-2"));
    shop.recorded(Operations.operation("op-1", "A-2", Events.shipped(1, 1), Events.approved()));
    assertThat(found("orderLabel=Received")).containsExactly("A-1");
    assertThat(found("orderLabel=Approved&itemLabel=Item%20Shipped")).containsExactly("A-2");
    assertThat(found("orderLabel=")).isEmpty();
    assertThat(found("itemLabel=")).isEmpty();
    assertThat(found("event=ORDER_APPROVE")).containsExactly("A-2");
    assertThat(found("deliveryState=notSent")).containsExactlyInAnyOrder("A-1", "A-2");
    assertThat(found("deliveryState=owed")).isEmpty();
    assertThat(found("q=a-2")).containsExactly("A-2");
    assertThat(found("")).containsExactlyInAnyOrder("A-1", "A-2");
  }

  private List<String> found(String query) {
    JsonNode page = api.client(Role.READ).get(ORDERS + "?" + query).is(200).json();
    return page.path("items").findValuesAsText("number");
  }

  @Test
  void anOrderInTheListHasItsDatesCountsAndTheLabelsOfItsLines() {
    TestStore shop = api.shop();
    shop.imported(OrderFixture.order("A-1").withOrderedAt(Instant.parse("2026-02-01T10:00:00Z")));
    shop.recorded(Operations.operation("op-1", "A-1", Events.tracked("UPS", "1Z")));
    shop.recorded(Operations.operation("op-2", "A-1", Events.shipped(2, 1)));
    JsonNode order = api.client(Role.READ).get(ORDERS).is(200).json().path("items").path(0);
    assertThat(order.path("orderedAt").asText()).isEqualTo("2026-02-01T10:00:00Z");
    assertThat(order.path("lineCount").asInt()).isEqualTo(3);
    assertThat(order.path("parcelCount").asInt()).isEqualTo(1);
    assertThat(order.path("version").asInt()).isEqualTo(3);
    assertThat(order.path("itemLabels").toString())
        .isEqualTo(
            "[{\"label\":\"Received\",\"lines\":2},{\"label\":\"Item Shipped\",\"lines\":1}]");
  }

  @Test
  void datesAreWholeDaysInTheStoresTimeZoneAndInclusive() {
    TestStore shop = api.shop();
    api.client(Role.CONFIGURE).put(SHOP, "{\"timeZone\":\"Asia/Tokyo\"}").is(200);
    ordered(shop, "before", "2026-02-28T14:59:59Z");
    ordered(shop, "first", "2026-02-28T15:00:00Z");
    ordered(shop, "last", "2026-03-01T14:59:59Z");
    ordered(shop, "after", "2026-03-01T15:00:00Z");
    assertThat(found("from=2026-03-01&to=2026-03-01")).containsExactlyInAnyOrder("first", "last");
    assertThat(found("from=2026-03-01T14:59:59Z")).containsExactlyInAnyOrder("last", "after");
    assertThat(found("to=2026-02-28T15:00:00Z")).containsExactlyInAnyOrder("before", "first");
    JsonNode counts =
        api.client(Role.READ).get(SHOP + "/counts?from=2026-03-01&to=2026-03-01").json();
    assertThat(counts.path("orders").asLong()).isEqualTo(2);
  }

  private static void ordered(TestStore shop, String number, String at) {
    shop.imported(OrderFixture.order(number).withOrderedAt(Instant.parse(at)));
  }

  @Test
  void allParametersThatMakeNoSenseAreNamedAtOnce() {
    api.shop();
    var refused =
        api.client(Role.READ)
            .get(
                ORDERS
                    + "?orderLabel=it%27s&event=NOPE&channel=%20x&deliveryState=gone&from=yesterday"
                    + "&to=9999-01-01&limit=0&q="
                    + "x".repeat(101));
    refused.isProblem(400, "invalid-parameter");
    assertThat(refused.pointers())
        .containsExactlyInAnyOrder(
            "orderLabel", "event", "channel", "deliveryState", "from", "to", "limit", "q");
    var unknown = api.client(Role.READ).get(ORDERS + "?label=Shipped&page=1");
    assertThat(unknown.isProblem(400, "invalid-parameter").pointers())
        .containsExactly("label", "page");
    api.client(Role.READ).get(ORDERS + "?q=a&q=b").isProblem(400, "invalid-parameter");
    api.client(Role.READ).get(ORDERS + "?cursor=%00").isProblem(400, "invalid-cursor");
  }

  @Test
  void countsAreTheSumsOfTheLabelsIncludingNone() {
    TestStore shop = api.shop();
    api.client(Role.CONFIGURE)
        .put(SHOP + "/status-events/ORDER_IMPORT", "{\"itemLabel\":null,\"orderLabel\":null}")
        .is(200);
    shop.imported(OrderFixture.order("A-1"));
    shop.imported(OrderFixture.order("A-2").withLines(2));
    shop.recorded(Operations.operation("op-1", "A-2", Events.approved()));
    JsonNode counts = api.client(Role.READ).get(SHOP + "/counts").is(200).json();
    assertThat(counts.path("orders").asLong()).isEqualTo(2);
    assertThat(counts.path("lines").asLong()).isEqualTo(5);
    JsonNode none = counts.path("labels").path(0);
    assertThat(none.path("label").isNull()).isTrue();
    assertThat(none.path("orders").asLong()).isEqualTo(1);
    assertThat(none.path("lines").asLong()).isEqualTo(5);
    JsonNode approved = counts.path("labels").path(1);
    assertThat(approved.path("label").asText()).isEqualTo("Approved");
    assertThat(approved.path("orders").asLong()).isEqualTo(1);
    assertThat(found("orderLabel=")).containsExactly("A-1");
  }
}
