package org.statusevents.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.statusevents.application.access.Role;
import org.statusevents.application.delivering.Replays.ReplayRecord;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.ConfigurationChange;
import org.statusevents.domain.delivery.Update;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.OrderFixture;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.TestStore;

final class ReplayTest {
  private static final String SHOP = "/api/v1/stores/shop";
  private static final String REPLAY = SHOP + "/channels/web/replay";
  private static final ChannelId WEB = new ChannelId("web");

  @RegisterExtension final RunningApi api = new RunningApi();

  private List<UpdateId> sent() {
    return api.cart.sent().stream().map(Update::id).toList();
  }

  @Test
  void aRangeIsSentAgainWithTheOldIdsAndItIsKeptWhoAsked() {
    TestStore shop = api.shop(Channels.everyEvent("web"));
    UpdateId first = TestStore.updateOf(shop.imported(OrderFixture.order("A-1")));
    UpdateId second = shop.owed("op-1", "A-1", Events.approved());
    api.deliver();
    api.clock.advance(Duration.ofMinutes(5));
    ApiClient client = api.client(Role.OPERATE);

    JsonNode answer = client.post(REPLAY, "{\"from\":\"2026-03-05T14:00:00Z\"}").is(202).json();

    assertThat(answer.path("orders").asInt()).isEqualTo(1);
    assertThat(answer.path("updates").asInt()).isEqualTo(2);
    assertThat(answer.path("next").isNull()).isTrue();
    assertThat(client.get(SHOP + "/updates?state=owed").is(200).json().path("items")).hasSize(2);
    api.deliver();
    assertThat(sent()).containsExactly(first, second, first, second);
    ReplayRecord kept = api.storage.replays().latest(Stores.SHOP, WEB, 1).getFirst();
    assertThat(kept.actor()).isEqualTo("operate");
    assertThat(kept.id().toString()).isEqualTo(answer.path("replay").asText());
    assertThat(kept.done().updates()).isEqualTo(2);
  }

  @Test
  void oneUpdateIsSentAgainById() {
    TestStore shop = api.shop(Channels.everyEvent("web"));
    UpdateId update = TestStore.updateOf(shop.imported(OrderFixture.order("A-1")));
    shop.imported(OrderFixture.order("A-2"));
    api.deliver();

    JsonNode answer =
        api.client(Role.OPERATE).post(REPLAY, "{\"updates\":[\"" + update + "\"]}").is(202).json();

    assertThat(answer.path("updates").asInt()).isEqualTo(1);
    api.deliver();
    assertThat(sent()).hasSize(3).last().isEqualTo(update);
  }

  @Test
  void aStateOrOrdersSelectToo() {
    TestStore shop = api.shop(Channels.everyEvent("web"));
    shop.imported(OrderFixture.order("A-1"));
    shop.imported(OrderFixture.order("A-2"));
    api.deliver();
    ApiClient client = api.client(Role.OPERATE);

    assertThat(updates(client, "{\"state\":\"parked\"}")).isZero();
    assertThat(updates(client, "{\"orders\":[\"A-2\"]}")).isEqualTo(1);
    assertThat(updates(client, "{\"state\":\"accepted\",\"after\":\"A-1\"}")).isZero();
    assertThat(updates(client, "{\"state\":\"accepted\"}")).isEqualTo(1);
  }

  private static int updates(ApiClient client, String body) {
    return client.post(REPLAY, body).is(202).json().path("updates").asInt();
  }

  @Test
  void eachWrongSelectionIsToldWhereAndWhy() {
    api.shop(Channels.everyEvent("web"));
    ApiClient client = api.client(Role.OPERATE);
    String id = "\"0195654e-0000-7000-8000-00000000ffff\"";

    assertThat(client.post(REPLAY, "{}").isProblem(422, "invalid").pointers()).containsExactly("");
    assertThat(
            client
                .post(
                    REPLAY,
                    "{\"updates\":["
                        + id
                        + "],\"state\":\"parked\",\"from\":\"2026-03-05T14:00:00Z\"}")
                .isProblem(422, "invalid")
                .pointers())
        .containsExactlyInAnyOrder("/state", "/from");
    assertThat(
            client
                .post(REPLAY, "{\"state\":\"owed\",\"orders\":[],\"since\":1}")
                .isProblem(422, "invalid")
                .pointers())
        .containsExactlyInAnyOrder("/state", "/orders", "/since");
    assertThat(client.post(REPLAY, "{\"updates\":[\"x\"]}").isProblem(422, "invalid").pointers())
        .containsExactly("/updates/0");
    assertThat(
            client
                .post(REPLAY, "{\"updates\":[" + id + "]}")
                .isProblem(404, "update-unknown")
                .text())
        .contains("00000000ffff");
  }

  @Test
  void aRangeThatIsEmptyOrTooWideIsRefused() {
    api.shop(Channels.everyEvent("web"));
    ApiClient client = api.client(Role.OPERATE);
    String backwards = "{\"from\":\"2026-03-05T14:00:00Z\",\"to\":\"2026-03-05T13:00:00Z\"}";

    assertThat(client.post(REPLAY, backwards).isProblem(422, "invalid").text())
        .contains("before to");
    assertThat(
            client
                .post(REPLAY, "{\"from\":\"2026-12-05T14:00:00Z\"}")
                .isProblem(422, "invalid")
                .text())
        .contains("before now");
    assertThat(
            client
                .post(REPLAY, "{\"from\":\"2026-01-05T14:00:00Z\"}")
                .isProblem(422, "invalid")
                .text())
        .contains("31 days");
    client.post(REPLAY, "{\"to\":\"2026-03-05T14:00:00Z\"}").isProblem(422, "invalid");
  }

  @Test
  void whereAndWhomItConcernsMustBeThereAndAllowed() {
    TestStore shop = api.shop(Channels.everyEvent("web"), Channels.everyEvent("cart"));
    String body = "{\"state\":\"parked\"}";
    ApiClient client = api.client(Role.OPERATE);
    client.post(SHOP + "/channels/none/replay", body).isProblem(404, "channel-unknown");
    client.post(SHOP + "/channels/No%20ne/replay", body).isProblem(404, "channel-unknown");
    client.post("/api/v1/stores/nowhere/channels/web/replay", body).isProblem(404, "store-unknown");
    shop.change(new ConfigurationChange.RemoveChannel(new ChannelId("cart")));
    assertThat(
            client
                .post(SHOP + "/channels/cart/replay", body)
                .isProblem(409, "channel-removed")
                .text())
        .contains("removed");
    for (Role role : new Role[] {Role.READ, Role.CONFIGURE, Role.INGEST}) {
      api.client(role).post(REPLAY, body).isProblem(403, "right-missing");
    }
    Optional<ReplayRecord> none =
        api.storage.replays().latest(Stores.SHOP, WEB, 1).stream().findFirst();
    assertThat(none).isEmpty();
  }
}
