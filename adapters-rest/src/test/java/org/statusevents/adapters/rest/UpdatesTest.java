package org.statusevents.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.statusevents.adapters.rest.ApiClient.Sent;
import org.statusevents.application.access.Role;
import org.statusevents.domain.delivery.Reply;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.Operations;
import org.statusevents.testkit.OrderFixture;
import org.statusevents.testkit.TestStore;

final class UpdatesTest {
  private static final String SHOP = "/api/v1/stores/shop";
  private static final String UPDATES = SHOP + "/updates";

  @RegisterExtension final RunningApi api = new RunningApi();

  private UpdateId parked() {
    TestStore shop = api.shop(Channels.everyEvent("web"));
    UpdateId update = TestStore.updateOf(shop.imported(OrderFixture.order("A-1")));
    api.cart.answerNext(new Reply.Blocked("address not allowed"));
    api.deliver();
    return update;
  }

  @Test
  void theQueueIsListedByStateAndChannel() {
    TestStore shop = api.shop(Channels.everyEvent("web"), Channels.everyEvent("page"));
    shop.imported(OrderFixture.order("A-1"));
    api.deliver();
    shop.owed("op-1", "A-1", Events.approved());
    ApiClient client = api.client(Role.READ);
    assertThat(client.get(UPDATES).is(200).json().path("items")).hasSize(4);
    JsonNode owed = client.get(UPDATES + "?state=owed&channel=web").is(200).json();
    assertThat(owed.path("items")).hasSize(1);
    JsonNode update = owed.path("items").path(0);
    assertThat(update.path("order").asText()).isEqualTo("A-1");
    assertThat(update.path("event").asText()).isEqualTo("ORDER_APPROVE");
    assertThat(update.path("state").asText()).isEqualTo("owed");
    JsonNode accepted = client.get(UPDATES + "?state=accepted&channel=page").is(200).json();
    assertThat(accepted.path("items").path(0).path("words").asText()).isEqualTo("OK");
    assertThat(accepted.path("items").path(0).path("attempts").asInt()).isEqualTo(1);
    client.get(UPDATES + "?state=OWED").isProblem(400, "invalid-parameter");
  }

  @Test
  void whatWasNotSentIsListedWithItsReason() {
    TestStore shop =
        api.shop(Channels.everyEvent("web"), Channels.paused(Channels.everyEvent("off")));
    shop.imported(OrderFixture.order("A-1"));
    shop.imported(OrderFixture.order("A-2"));
    ApiClient client = api.client(Role.READ);
    JsonNode first = client.get(UPDATES + "?state=notSent&limit=1").is(200).json();
    JsonNode entry = first.path("items").path(0);
    assertThat(entry.path("order").asText()).isEqualTo("A-1");
    assertThat(entry.path("event").asText()).isEqualTo("ORDER_IMPORT");
    assertThat(entry.path("channel").asText()).isEqualTo("off");
    assertThat(entry.path("state").asText()).isEqualTo("notSent");
    assertThat(entry.path("reason").asText()).isEqualTo("channelPaused");
    assertThat(entry.has("id")).isFalse();
    JsonNode rest =
        client
            .get(UPDATES + "?state=notSent&limit=1&cursor=" + first.path("next").asText())
            .is(200)
            .json();
    assertThat(rest.path("items").path(0).path("order").asText()).isEqualTo("A-2");
    assertThat(rest.path("next").isNull()).isTrue();
    assertThat(client.get(UPDATES + "?state=notSent&channel=web").is(200).json().path("items"))
        .isEmpty();
  }

  @Test
  void everyStateCanBeAskedForAndNoOther() {
    UpdateId update = parked();
    ApiClient client = api.client(Role.OPERATE);
    List<String> states =
        List.of("owed", "inDelivery", "accepted", "refused", "parked", "superseded", "notSent");
    for (String state : states) {
      JsonNode items = client.get(UPDATES + "?state=" + state).is(200).json().path("items");
      assertThat(items).as(state).hasSize(state.equals("parked") ? 1 : 0);
    }
    client.post(UPDATES + "/" + update + "/discard", "").is(204);
    assertThat(client.get(UPDATES + "?state=refused").is(200).json().path("items")).hasSize(1);
    var refused = client.get(UPDATES + "?state=sent&limit=501&channel=%20x");
    assertThat(refused.isProblem(400, "invalid-parameter").pointers())
        .containsExactlyInAnyOrder("state", "channel", "limit");
    assertThat(client.get(UPDATES + "?cursor=x").isProblem(400, "invalid-cursor").pointers())
        .containsExactly("cursor");
  }

  @Test
  void aParkedUpdateIsTriedAgainWithItsOldId() {
    UpdateId update = parked();
    ApiClient client = api.client(Role.OPERATE);
    JsonNode record = client.get(UPDATES + "?state=parked").is(200).json().path("items").path(0);
    assertThat(record.path("id").asText()).isEqualTo(update.toString());
    assertThat(record.path("words").asText()).isEqualTo("address not allowed");
    client.post(UPDATES + "/" + update + "/retry", "").is(204);
    client.post(UPDATES + "/" + update + "/retry", "").isProblem(409, "not-parked");
    api.deliver();
    assertThat(api.cart.sent()).hasSize(2).extracting(sent -> sent.id()).containsOnly(update);
  }

  @Test
  void aDiscardedUpdateStaysVisibleWithWhoGaveItUp() {
    UpdateId update = parked();
    ApiClient client = api.client(Role.OPERATE);
    client.post(UPDATES + "/" + update + "/discard", "").is(204);
    client.post(UPDATES + "/" + update + "/discard", "").isProblem(409, "not-parked");
    JsonNode record = client.get(UPDATES + "?state=refused").is(200).json().path("items").path(0);
    assertThat(record.path("discardedBy").asText()).isEqualTo("operate");
  }

  @Test
  void unknownUpdatesAndMissingRightsAreSaid() {
    UpdateId update = parked();
    ApiClient client = api.client(Role.OPERATE);
    client
        .post(UPDATES + "/0195654e-0000-7000-8000-00000000ffff/retry", "")
        .isProblem(404, "update-unknown");
    client.post(UPDATES + "/none/discard", "").isProblem(404, "update-unknown");
    for (Role role : new Role[] {Role.READ, Role.CONFIGURE, Role.INGEST}) {
      api.client(role).post(UPDATES + "/" + update + "/retry", "").isProblem(403, "right-missing");
    }
  }

  @Test
  void anOrderIsSentAgainByHand() {
    TestStore shop =
        api.shop(
            Channels.everyEvent("web"),
            Channels.everyEvent("page"),
            Channels.paused(Channels.everyEvent("off")));
    shop.imported(OrderFixture.order("A-1"));
    ApiClient client = api.client(Role.OPERATE);
    String resend = SHOP + "/orders/A-1/resend";
    JsonNode all = client.post(resend, "{}").is(202).json();
    assertThat(all.path("updates").findValuesAsText("channel"))
        .containsExactlyInAnyOrder("page", "web");
    assertThat(all.path("notSent").toString())
        .isEqualTo("[{\"channel\":\"off\",\"reason\":\"channelPaused\"}]");
    JsonNode one = client.post(resend, "{\"channel\":\"web\"}").is(202).json().path("updates");
    assertThat(one).hasSize(1);
    assertThat(client.post(resend, "{\"channel\":\"off\"}").isProblem(409, "not-resent").text())
        .contains("channelPaused", "off");
    client.post(resend, "{\"channel\":\"nowhere\"}").isProblem(409, "no-channel");
    client.post(resend, "{\"order\":\"A-2\"}").isProblem(422, "invalid");
    client.post(SHOP + "/orders/A-2/resend", "{}").isProblem(404, "order-unknown");
    JsonNode ledger = client.get(SHOP + "/orders/A-1/updates").is(200).json().path("items");
    JsonNode resent = ledger.path(ledger.size() - 1);
    assertThat(resent.path("event").isNull()).isTrue();
    assertThat(resent.path("update")).isEqualTo(one.path(0).path("update"));
  }

  @Test
  void theBodyOfAResendMayBeLeftOut() {
    api.shop(Channels.everyEvent("web")).imported(OrderFixture.order("A-1"));
    ApiClient client = api.client(Role.OPERATE);
    String resend = SHOP + "/orders/A-1/resend";
    client.send(new Sent("POST", resend, Map.of(), Optional.empty())).is(202);
    client.post(resend, "").is(202);
    client.send("POST", resend, "application/x-www-form-urlencoded", "").is(202);
    byte[] body = "{\"channel\":\"web\"}".getBytes(StandardCharsets.UTF_8);
    client.send(new Sent("POST", resend, Map.of(), Optional.of(body))).isProblem(415, "media-type");
    client.send("POST", resend, "text/plain", "x").isProblem(415, "media-type");
    client.post(resend, " ").isProblem(400, "malformed");
    client.post(resend, "[]").isProblem(422, "invalid");
    assertThat(client.get(UPDATES + "?state=owed").is(200).json().path("items")).hasSize(4);
  }

  @Test
  void anOrderThatNoChannelTakesCannotBeSentAgain() {
    TestStore shop = api.shop();
    shop.imported(OrderFixture.order("A-1"));
    shop.recorded(Operations.operation("op-1", "A-1", Events.approved()));
    var refused =
        api.client(Role.OPERATE)
            .post(SHOP + "/orders/A-1/resend", "{}")
            .isProblem(409, "no-channel");
    assertThat(refused.json().path("detail").asText()).contains("No channel takes order");
  }
}
