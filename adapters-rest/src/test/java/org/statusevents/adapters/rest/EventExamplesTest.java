package org.statusevents.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.statusevents.application.access.Role;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.ConfigurationChange;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.configuration.StoreSettings;
import org.statusevents.domain.configuration.UpdateMode;
import org.statusevents.domain.event.EventType;
import org.statusevents.domain.event.StandardEvent;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.rule.StatusRule;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.TestStore;

/// The worked examples E1 to E8 of the rules, as a client of the API sees them. E3 is about saving
/// rules and needs no traffic.
final class EventExamplesTest {
  private static final String STORE = "/api/v1/stores/shop";
  private static final ChannelId CART = new ChannelId("cart");
  private static final String SHIP_THEN_TRACK =
      """
      {"type": "ORDER_SET_ACTUAL_SHIP_DATE", "data": {"date": "2026-03-05"}},
      {"type": "ORDER_ADD_TRACKING_NUMBER",
       "data": {"carrier": "UPS", "trackingNumber": "1Z999AA10123456784"}}
      """;

  @RegisterExtension final RunningApi api = new RunningApi();

  private TestStore shop;

  @BeforeEach
  void openShop() {
    StoreConfiguration empty =
        new StoreConfiguration(
            Stores.SHOP,
            1,
            settings(true, UpdateMode.STRICT),
            Stores.withDefaults(Stores.SHOP).labels(),
            List.of(),
            StoreConfiguration.first(Stores.SHOP, settings(true, UpdateMode.STRICT)).rules(),
            Map.of(CART, Channels.everyEvent("cart")));
    shop = api.store(empty);
    api.client(Role.INGEST).put(STORE + "/orders/1001", Bodies.order(3)).is(201);
  }

  @Test
  void e1InStrictModeTwoEventsWithOneLabelMakeNoUpdate() {
    shipAndTrackAreBothShipped();
    JsonNode answer = operation(SHIP_THEN_TRACK);
    assertThat(answer.path("orderLabel").asText()).isEqualTo("Shipped");
    assertThat(channel(answer).path("state").asText()).isEqualTo("notSent");
    assertThat(answer.at("/events/1/channels/0/reason").asText()).isEqualTo("unchanged");
    JsonNode history =
        api.client(Role.READ).get(STORE + "/orders/1001/history").is(200).json().path("items");
    assertThat(history.at("/2/event").asText()).isEqualTo("ORDER_ADD_TRACKING_NUMBER");
    assertThat(history.at("/2/channels/0/reason").asText()).isEqualTo("unchanged");
  }

  @Test
  void e2InPayloadModeTheSameMakesOneUpdateWithTheTrackingNumber() {
    shop.change(new ConfigurationChange.SetSettings(settings(true, UpdateMode.PAYLOAD)));
    shipAndTrackAreBothShipped();
    JsonNode answer = operation(SHIP_THEN_TRACK);
    assertThat(answer.path("channels")).hasSize(1);
    assertThat(channel(answer).path("state").asText()).isEqualTo("owed");
    assertThat(channel(answer).path("update").asText()).isNotBlank();
    JsonNode order = api.client(Role.READ).get(STORE + "/orders/1001").is(200).json();
    assertThat(order.at("/parcels/0/number").asText()).isEqualTo("1Z999AA10123456784");
  }

  @Test
  void e4ALineForcedOnBackorderRelabelsItAndTheOrderOnly() {
    rule(StandardEvent.ITEM_FORCE_BACKORDER, "Item Backordered", "Some Items Backordered", false);
    JsonNode answer =
        operation("{\"type\": \"ITEM_FORCE_BACKORDER\", \"data\": {\"lines\": [{\"line\": 2}]}}");
    assertThat(answer.path("orderLabel").asText()).isEqualTo("Some Items Backordered");
    assertThat(answer.path("lines").findValuesAsText("label"))
        .containsExactly("null", "Item Backordered", "null");
    assertThat(answer.path("changes")).hasSize(2);
  }

  @Test
  void e5ATrackingNumberRelabelsAllLinesAndTheOrder() {
    rule(StandardEvent.ORDER_ADD_TRACKING_NUMBER, "Item Shipped", "Shipped", false);
    JsonNode answer =
        operation(
            "{\"type\": \"ORDER_ADD_TRACKING_NUMBER\", \"data\": {\"trackingNumber\": \"T1\"}}");
    assertThat(answer.path("orderLabel").asText()).isEqualTo("Shipped");
    assertThat(answer.path("lines").findValuesAsText("label"))
        .containsExactly("Item Shipped", "Item Shipped", "Item Shipped");
  }

  @Test
  void e6ARowWithoutLabelsChangesNothingAndSendsNothing() {
    shop.change(
        new ConfigurationChange.SetRule(
            new StatusRule(StandardEvent.ORDER_APPROVE, Optional.empty(), Optional.empty(), true)));
    JsonNode answer = operation("{\"type\": \"ORDER_APPROVE\"}");
    assertThat(answer.path("changes")).isEmpty();
    assertThat(answer.path("orderLabel").isNull()).isTrue();
    assertThat(channel(answer).path("reason").asText()).isEqualTo("noLabelConfigured");
  }

  @Test
  void e7WithStatusUpdatesOffNothingChangesAndNothingIsSent() {
    rule(StandardEvent.ORDER_APPROVE, null, "Approved", true);
    shop.change(new ConfigurationChange.SetSettings(settings(false, UpdateMode.STRICT)));
    JsonNode answer = operation("{\"type\": \"ORDER_APPROVE\"}");
    assertThat(answer.path("changes")).isEmpty();
    assertThat(channel(answer).path("reason").asText()).isEqualTo("statusUpdatesOff");
  }

  @Test
  void e8AnExchangeRelabelsBothOrdersAndMakesAnUpdateForEach() {
    rule(StandardEvent.ITEM_EXCHANGE, "Item Exchanged", "Received", true);
    JsonNode answer =
        operation(
            """
            {"type": "ITEM_EXCHANGE", "data": {"lines": [{"line": 1, "quantity": 1}],
             "newOrder": {"number": "1001-X",
              "lines": [{"line": 1, "sku": "B", "name": "Other", "quantity": 1}]}}}
            """);
    assertThat(answer.path("orderLabel").asText()).isEqualTo("Received");
    assertThat(answer.at("/lines/0/label").asText()).isEqualTo("Item Exchanged");
    assertThat(channel(answer).path("state").asText()).isEqualTo("owed");
    JsonNode arisen = answer.at("/newOrders/0");
    assertThat(arisen.path("order").asText()).isEqualTo("1001-X");
    assertThat(arisen.path("orderLabel").asText()).isEqualTo("Received");
    assertThat(arisen.at("/lines/0/label").asText()).isEqualTo("Item Exchanged");
    assertThat(arisen.at("/channels/0/state").asText()).isEqualTo("owed");
    assertThat(arisen.at("/channels/0/update").asText())
        .isNotBlank()
        .isNotEqualTo(channel(answer).path("update").asText());
  }

  private JsonNode operation(String events) {
    return api.client(Role.INGEST)
        .post(STORE + "/operations", Bodies.operation("op-1", "1001", events))
        .is(200)
        .json();
  }

  private static JsonNode channel(JsonNode answer) {
    return answer.at("/channels/0");
  }

  private void shipAndTrackAreBothShipped() {
    rule(StandardEvent.ORDER_SET_ACTUAL_SHIP_DATE, null, "Shipped", false);
    rule(StandardEvent.ORDER_ADD_TRACKING_NUMBER, null, "Shipped", true);
  }

  private void rule(EventType event, String itemLabel, String orderLabel, boolean notifies) {
    shop.change(
        new ConfigurationChange.SetRule(
            new StatusRule(
                event,
                Optional.ofNullable(itemLabel).map(LabelText::new),
                Optional.of(orderLabel).map(LabelText::new),
                notifies)));
  }

  private static StoreSettings settings(boolean enabled, UpdateMode mode) {
    StoreSettings defaults = StoreSettings.defaults("The shop");
    return new StoreSettings(defaults.name(), defaults.timeZone(), enabled, mode, false, false);
  }
}
