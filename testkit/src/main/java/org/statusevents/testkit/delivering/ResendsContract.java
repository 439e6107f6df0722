package org.statusevents.testkit.delivering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.statusevents.testkit.OrderFixture.order;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.statusevents.application.delivering.ClaimedLane;
import org.statusevents.application.delivering.Resends.OwedResend;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.ConfigurationChange;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.decision.UpdateContent;
import org.statusevents.domain.decision.UpdateContents;
import org.statusevents.domain.delivery.Update;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.DeliveringWorld;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.Operations;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.TestStore;

/// What [org.statusevents.application.delivering.Resends] promises.
public interface ResendsContract {
  UpdateId RESENT = new UpdateId(UUID.fromString("0195654e-0000-7000-8000-00000000abcd"));
  long FACTS = -7_777_777_777_777_777_777L;

  DeliveringWorld world();

  private LaneHand hand() {
    return new LaneHand(world().lanes());
  }

  private TestStore store(StoreId id) {
    TestStore store =
        TestStore.create(world(), Stores.withDefaults(id, Channels.everyEvent("web")));
    store.imported(order("A-1"));
    return store;
  }

  private static UpdateContent content(TestStore store) {
    return UpdateContents.current(store.known("A-1").order(), store.configuration());
  }

  private void resend(TestStore store, OwedResend... updates) {
    UpdateContent content = content(store);
    var _ =
        world()
            .transactions()
            .inTransaction(() -> {
              var _ =
                  world()
                      .orders()
                      .loadForUpdate(store.id(), Set.of(new OrderNumber("A-1")), Set.of());
              world().resends().owe(store.id(), content, List.of(updates));
              return updates;
            });
  }

  private static OwedResend to(String channel, UpdateId id) {
    return new OwedResend(new ChannelId(channel), id, FACTS);
  }

  @Test
  default void aResendWaitsAtTheEndOfItsLane() {
    TestStore shop = store(Stores.SHOP);
    resend(shop, to("web", RESENT));
    shop.recorded(Operations.operation("op-1", "A-1", Events.approved()));

    ClaimedLane lane = hand().claimOne();

    assertThat(lane.updates()).extracting(Update::position).containsExactly(1L, 2L, 3L);
    assertThat(lane.updates().get(1).id()).isEqualTo(RESENT);
    assertThat(lane.updates().get(1).content().events()).isEmpty();
    assertThat(lane.updates().get(2).content().events()).containsExactly("ORDER_APPROVE");
  }

  @Test
  default void aResendSaysWhatItWasOwedWithWhateverHappensLater() {
    TestStore shop = store(Stores.SHOP);
    hand().acceptAll();
    UpdateContent said = content(shop);
    resend(shop, to("web", RESENT));
    shop.recorded(Operations.operation("op-1", "A-1", Events.tracked("UPS", "1Z1")));

    assertThat(hand().claimOne().updates().getFirst().content()).isEqualTo(said);
  }

  @Test
  default void aResendWakesALaneThatHadNothingLeftToDo() {
    TestStore shop = store(Stores.SHOP);
    hand().acceptAll();
    resend(shop, to("web", RESENT));

    assertThat(hand().claimOne().updates()).extracting(Update::id).containsExactly(RESENT);
  }

  @Test
  default void aResendMakesTheLaneOfAChannelThatNeverHadOne() {
    TestStore shop = store(Stores.SHOP);
    hand().acceptAll();
    shop.change(new ConfigurationChange.SetChannel(Channels.everyEvent("new")));
    UpdateId second = new UpdateId(new UUID(0x7000L, 1));
    resend(shop, to("new", RESENT), to("web", second));

    assertThat(hand().claim().stream().flatMap(ResendsContract::described))
        .containsExactlyInAnyOrder("new 1 " + RESENT, "web 2 " + second);
  }

  private static Stream<String> described(ClaimedLane lane) {
    return lane.updates().stream()
        .map(update -> update.channel() + " " + update.position() + " " + update.id());
  }

  @Test
  default void whatTheResendTellsIsKnownAsTold() {
    TestStore shop = store(Stores.SHOP);
    resend(shop, to("web", RESENT));
    assertThat(shop.known("A-1").toldFacts()).containsEntry(new ChannelId("web"), FACTS);

    hand().acceptAll();
    assertThat(shop.known("A-1").toldFacts()).containsEntry(new ChannelId("web"), FACTS);
  }

  @Test
  default void aResendOfOneStoreIsNoneOfAnother() {
    TestStore shop = store(Stores.SHOP);
    TestStore other = store(Stores.OTHER);
    hand().acceptAll();
    resend(shop, to("web", RESENT));

    ClaimedLane lane = hand().claimOne();

    assertThat(lane.store()).isEqualTo(shop.id());
    assertThat(other.known("A-1").toldFacts().getOrDefault(new ChannelId("web"), 0L)).isZero();
  }

  @Test
  default void aResendOfATransactionThatFailsIsNotOwed() {
    TestStore shop = store(Stores.SHOP);
    hand().acceptAll();
    UpdateContent content = content(shop);

    assertThatThrownBy(() ->
            world()
                .transactions()
                .inTransaction(() -> {
                  world().resends().owe(shop.id(), content, List.of(to("web", RESENT)));
                  throw new IllegalArgumentException("on purpose");
                }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(hand().claim()).isEmpty();
  }
}
