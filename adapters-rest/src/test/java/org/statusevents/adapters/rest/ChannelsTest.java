package org.statusevents.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.statusevents.application.access.Role;
import org.statusevents.application.delivering.ClaimedLane;
import org.statusevents.domain.decision.DataProblem;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.OrderFixture;
import org.statusevents.testkit.TestStore;
import org.statusevents.testkit.delivering.LaneHand;
import org.statusevents.testkit.delivering.Settlements;

final class ChannelsTest {
  private static final String CHANNELS = "/api/v1/stores/shop/channels";
  private static final String WEB = CHANNELS + "/web";
  private static final String NEW =
      """
      {"adapter":"fake","url":"https://cart.example/status","settings":{"variant":"xml"},
       "secrets":{"signingSecret":"whsec_secret"},"labelMapping":{"Packed":null,"Shipped":"Complete"}}
      """;

  @RegisterExtension final RunningApi api = new RunningApi();

  @Test
  void aNewChannelIsEnabledAndDeliversAsItsAdapterPrefers() {
    api.shop();
    var answer = api.client(Role.CONFIGURE).put(WEB, NEW).is(201);
    JsonNode channel = answer.json();
    assertThat(channel.path("id").asText()).isEqualTo("web");
    assertThat(channel.path("deliver").asText()).isEqualTo("EVERY_EVENT");
    assertThat(channel.path("enabled").asBoolean()).isTrue();
    assertThat(channel.path("settings").path("variant").asText()).isEqualTo("xml");
    assertThat(channel.path("labelMapping").path("Packed").isNull()).isTrue();
    assertThat(channel.path("labelMapping").path("Shipped").asText()).isEqualTo("Complete");
    assertThat(channel.path("secretsSet").path(0).asText()).isEqualTo("signingSecret");
    assertThat(answer.text()).doesNotContain("whsec_secret");
    assertThat(api.client(Role.READ).get(WEB).is(200).json()).isEqualTo(channel);
    assertThat(api.client(Role.READ).get(CHANNELS).is(200).json().path("items").path(0))
        .isEqualTo(channel);
  }

  @Test
  void aChangeKeepsWhatItDoesNotNameSecretsIncluded() {
    api.shop();
    ApiClient client = api.client(Role.CONFIGURE);
    client.put(WEB, NEW).is(201);
    JsonNode changed =
        client
            .put(
                WEB,
                "{\"enabled\":false,\"deliver\":\"LATEST_STATE\",\"secrets\":{\"user\":\"u\"}}")
            .is(200)
            .json();
    assertThat(changed.path("enabled").asBoolean()).isFalse();
    assertThat(changed.path("deliver").asText()).isEqualTo("LATEST_STATE");
    assertThat(changed.path("url").asText()).isEqualTo("https://cart.example/status");
    assertThat(changed.path("labelMapping")).hasSize(2);
    assertThat(changed.path("secretsSet").valueStream().map(JsonNode::asText))
        .containsExactly("signingSecret", "user");
  }

  @Test
  void secretsAreNotKeptForAnotherServer() {
    api.shop();
    ApiClient client = api.client(Role.CONFIGURE);
    client.put(WEB, NEW).is(201);
    for (String url :
        new String[] {
          "https://thief.example/status", "http://cart.example/status", "https://cart.example:444"
        }) {
      var refused = client.put(WEB, "{\"url\":\"" + url + "\"}");
      assertThat(refused.isProblem(422, "invalid").pointers())
          .containsExactly("/secrets/signingSecret");
      assertThat(refused.text()).doesNotContain("whsec_secret");
    }
    assertThat(client.get(WEB).is(200).json().path("url").asText())
        .isEqualTo("https://cart.example/status");
    client.put(WEB, "{\"url\":\"https://cart.example/other\"}").is(200);
    client
        .put(WEB, "{\"url\":\"https://new.example\",\"secrets\":{\"signingSecret\":\"whsec_new\"}}")
        .is(200);
  }

  @Test
  void allThatIsWrongWithTheBodyIsSaidAtOnce() {
    api.shop();
    ApiClient client = api.client(Role.CONFIGURE);
    assertThat(client.put(WEB, "{}").isProblem(422, "invalid").pointers())
        .containsExactly("/adapter", "/url");
    assertThat(
            client
                .put(
                    CHANNELS + "/we%20b",
                    """
                    {"adapter":"fake","url":"https://u:p@cart.example","settings":{"a b":1},
                     "secrets":{"x":null},"labelMapping":{"it's":"A","Shipped":""},
                     "deliver":"SOMETIMES","enabled":"yes","id":"web"}
                    """)
                .isProblem(422, "invalid")
                .pointers())
        .contains("/channel", "/url", "/settings/a b", "/secrets/x", "/labelMapping/it's")
        .contains("/labelMapping/Shipped", "/deliver", "/enabled", "/id");
    client.get(CHANNELS + "/we%20b").isProblem(404, "channel-unknown");
  }

  @Test
  void whatTheAdapterFindsWrongIsRefused() {
    api.shop();
    api.cart.findProblems(new DataProblem("/secrets/signingSecret", "missing"));
    ApiClient client = api.client(Role.CONFIGURE);
    assertThat(client.put(WEB, NEW).isProblem(422, "invalid").pointers())
        .containsExactly("/secrets/signingSecret");
    assertThat(
            client
                .put(WEB, "{\"adapter\":\"pigeon\",\"url\":\"https://cart.example\"}")
                .isProblem(422, "invalid")
                .pointers())
        .containsExactly("/adapter");
    client.get(WEB).isProblem(404, "channel-unknown");
  }

  @Test
  void aMappingOfAnUnknownLabelIsRefused() {
    api.shop();
    assertThat(
            api.client(Role.CONFIGURE)
                .put(
                    WEB,
                    """
                    {"adapter":"fake","url":"https://cart.example","labelMapping":{"A/B":"x"}}
                    """)
                .isProblem(422, "invalid")
                .pointers())
        .containsExactly("/labelMapping/A~1B");
  }

  @Test
  void aRemovedChannelIsGoneAndSoAreItsSecrets() {
    api.shop();
    ApiClient client = api.client(Role.CONFIGURE);
    client.put(WEB, NEW).is(201);
    client.delete(WEB).is(204);
    client.delete(WEB).isProblem(404, "channel-unknown");
    client.get(WEB).isProblem(404, "channel-unknown");
    JsonNode again =
        client
            .put(WEB, "{\"adapter\":\"fake\",\"url\":\"https://elsewhere.example\"}")
            .is(201)
            .json();
    assertThat(again.path("secretsSet")).isEmpty();
  }

  @Test
  void theTestCallTellsWhatTheReceiverSaid() {
    api.shop(Channels.paused(Channels.everyEvent("web")));
    JsonNode said = api.client(Role.CONFIGURE).post(WEB + "/test", "").is(200).json();
    assertThat(said.path("accepted").asBoolean()).isTrue();
    assertThat(said.path("outcome").asText()).isEqualTo("accepted");
    assertThat(said.path("words").asText()).isEqualTo("OK");
    api.client(Role.CONFIGURE).post(CHANNELS + "/other/test", "").isProblem(404, "channel-unknown");
    api.client(Role.READ).post(WEB + "/test", "").isProblem(403, "right-missing");
  }

  @Test
  void aChannelWhoseReceiverIsAwaySaysSoAndWhenItIsTriedAgainUntilItIsSavedAgain() {
    TestStore shop = api.shop(Channels.everyEvent("web"));
    shop.imported(OrderFixture.order("A-1"));
    LaneHand hand = new LaneHand(api.storage.lanes());
    hand.settle(Settlements.opened(hand.claimOne(), Duration.ofSeconds(5)));
    ApiClient client = api.client(Role.CONFIGURE);

    JsonNode away = client.get(WEB).is(200).json().path("away");
    assertThat(away.path("since").asText()).isEqualTo(api.clock.instant().toString());
    assertThat(away.path("openings").asInt()).isEqualTo(1);
    assertThat(away.path("nextTryAt").asText())
        .isEqualTo(api.clock.instant().plusSeconds(5).toString());
    assertThat(away.path("words").asText()).isEqualTo("connection refused");
    assertThat(client.put(WEB, "{}").is(200).json().path("away").isNull()).isTrue();
    assertThat(client.get(WEB).is(200).json().path("away").isNull()).isTrue();
  }

  @Test
  void aStoppedChannelSaysSinceWhenAndWhyUntilItIsSavedAgain() {
    TestStore shop = api.shop(Channels.everyEvent("page"), Channels.everyEvent("web"));
    shop.imported(OrderFixture.order("A-1"));
    LaneHand hand = new LaneHand(api.storage.lanes());
    for (ClaimedLane lane : hand.claim()) {
      boolean web = lane.channel().id().value().equals("web");
      hand.settle(web ? Settlements.stopped(lane, "wrong password") : Settlements.accepted(lane));
    }
    ApiClient client = api.client(Role.CONFIGURE);

    JsonNode stopped = client.get(WEB).is(200).json().path("stopped");
    assertThat(stopped.path("since").asText()).isEqualTo(api.clock.instant().toString());
    assertThat(stopped.path("words").asText()).isEqualTo("wrong password");
    JsonNode items = client.get(CHANNELS).is(200).json().path("items");
    assertThat(items.path(0).path("stopped").isNull()).isTrue();
    assertThat(items.path(1).path("stopped")).isEqualTo(stopped);
    assertThat(client.put(WEB, "{}").is(200).json().path("stopped").isNull()).isTrue();
    assertThat(client.get(WEB).is(200).json().path("stopped").isNull()).isTrue();
  }

  @Test
  void aPausedChannelIsOwedNothingAndTheLedgerSaysSoInPages() {
    api.shop();
    ApiClient admin = api.client(Role.ADMIN);
    admin.put(WEB, NEW).is(201);
    admin.put(WEB, "{\"enabled\":false}").is(200);
    String order = "/api/v1/stores/shop/orders/1001";
    admin.put(order, Bodies.order(1)).is(201);
    JsonNode answer =
        admin
            .post("/api/v1/stores/shop/operations", Bodies.approval("op-1", "1001"))
            .is(200)
            .json();
    assertThat(answer.at("/events/0/channels/0").toString())
        .isEqualTo("{\"channel\":\"web\",\"state\":\"notSent\",\"reason\":\"channelPaused\"}");
    assertThat(answer.at("/channels/0")).isEqualTo(answer.at("/events/0/channels/0"));
    JsonNode first = admin.get(order + "/updates?limit=1").is(200).json();
    assertThat(first.at("/items/0/event").asText()).isEqualTo("ORDER_IMPORT");
    JsonNode second =
        admin.get(order + "/updates?limit=1&cursor=" + first.path("next").asText()).is(200).json();
    assertThat(second.at("/items/0/event").asText()).isEqualTo("ORDER_APPROVE");
    assertThat(second.at("/items/0/reason").asText()).isEqualTo("channelPaused");
    assertThat(second.path("next").isNull()).isTrue();
  }
}
