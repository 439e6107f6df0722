package org.statusevents.testkit.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.testkit.OrderFixture.order;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.statusevents.application.reading.FindOrders.OrderQuery;
import org.statusevents.application.reading.LedgerEntry;
import org.statusevents.application.reading.Page;
import org.statusevents.application.reading.PageRequest;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.decision.NotSent;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.Operations;
import org.statusevents.testkit.ReadingWorld;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.TestStore;

/// What [org.statusevents.application.reading.ReadLedger] promises of what was not sent.
public interface NotSentContract {
  ReadingWorld world();

  private TestStore shop() {
    return TestStore.shop(
        world(), Channels.everyEvent("web"), Channels.paused(Channels.everyEvent("off")));
  }

  private Page<LedgerEntry> notSent(Optional<ChannelId> channel, PageRequest request) {
    return world().readLedger().notSent(Stores.SHOP, channel, request);
  }

  private static List<String> shown(List<LedgerEntry> entries) {
    return entries.stream()
        .map(entry ->
            entry.order()
                + " "
                + entry.sequence()
                + " "
                + entry.event().orElse("-")
                + " "
                + entry.channel().map(ChannelId::value).orElse("-")
                + " "
                + entry.reason().map(NotSent::name).orElse("-"))
        .toList();
  }

  @Test
  default void whatOwedNothingIsListedByOrderAndEventWithItsReason() {
    TestStore shop = shop();
    shop.imported(order("A-2"));
    shop.imported(order("A-1"));
    shop.recorded(Operations.operation("op-1", "A-1", Events.approved()));
    shop.recorded(Operations.operation("op-2", "A-1", Events.approved()));

    List<String> all =
        List.of(
            "A-1 1 ORDER_IMPORT off CHANNEL_PAUSED",
            "A-1 2 ORDER_APPROVE off CHANNEL_PAUSED",
            "A-1 3 ORDER_APPROVE off UNCHANGED",
            "A-1 3 ORDER_APPROVE web UNCHANGED",
            "A-2 1 ORDER_IMPORT off CHANNEL_PAUSED");
    for (int limit : new int[] {1, 2, 500}) {
      assertThat(shown(Pages.all(limit, request -> notSent(Optional.empty(), request))))
          .isEqualTo(all);
    }
    List<LedgerEntry> ofWeb =
        Pages.all(1, request -> notSent(Optional.of(new ChannelId("web")), request));
    assertThat(shown(ofWeb)).containsExactly("A-1 3 ORDER_APPROVE web UNCHANGED");
    assertThat(ofWeb.getFirst().state()).isEqualTo(UpdateState.NOT_SENT);
    assertThat(ofWeb.getFirst().update()).isEmpty();
    assertThat(ofWeb.getFirst().attempts()).isZero();
  }

  @Test
  default void anotherStoresEventsAreNotListed() {
    TestStore.create(world(), Stores.withDefaults(Stores.OTHER)).imported(order("B-1"));
    var _ = shop();

    assertThat(notSent(Optional.empty(), PageRequest.first()).items()).isEmpty();
  }

  @Test
  default void cursorsOfOtherListsAndOfNoneAreRefused() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    shop.imported(order("A-2"));
    Optional<String> ofOrders =
        world()
            .findOrders()
            .find(Stores.SHOP, OrderQuery.ANY, new PageRequest(1, Optional.empty()))
            .next();

    Pages.assertRefusesOtherCursors(request -> notSent(Optional.empty(), request), ofOrders);
    String withNul = "not-sent\u001fA\0\u001f1\u001f1";
    String crafted =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(withNul.getBytes(StandardCharsets.UTF_8));
    Pages.assertRefusesOtherCursors(
        request -> notSent(Optional.empty(), request), Optional.of(crafted));
  }
}
