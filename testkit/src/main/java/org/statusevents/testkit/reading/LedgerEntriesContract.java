package org.statusevents.testkit.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.testkit.OrderFixture.order;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.statusevents.application.delivering.Resends.OwedResend;
import org.statusevents.application.reading.LedgerEntry;
import org.statusevents.application.reading.Page;
import org.statusevents.application.reading.PageRequest;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.decision.NotSent;
import org.statusevents.domain.decision.UpdateContent;
import org.statusevents.domain.decision.UpdateContents;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.Operations;
import org.statusevents.testkit.ReadingWorld;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.TestStore;
import org.statusevents.testkit.delivering.LaneHand;

/// What [org.statusevents.application.reading.ReadLedger] promises of which entries there are, and
/// of its pages.
public interface LedgerEntriesContract {
  Optional<ChannelId> CHANNEL = Optional.of(new ChannelId("web"));
  UpdateId RESENT = new UpdateId(UUID.fromString("0195654e-0000-7000-8000-00000000abcd"));

  ReadingWorld world();

  private LaneHand hand() {
    return new LaneHand(world().lanes());
  }

  private LedgerEntries ledger() {
    return new LedgerEntries(world().readLedger());
  }

  private TestStore shop(Channel... channels) {
    return TestStore.shop(world(), channels);
  }

  private TestStore shop() {
    return shop(Channels.everyEvent("web"));
  }

  @Test
  default void anOrderThatIsNoneOfTheStoreHasNoLedger() {
    shop().imported(order("A-1"));
    TestStore.create(world(), Stores.withDefaults(Stores.OTHER)).imported(order("B-1"));

    for (String number : new String[] {"A-2", "B-1"}) {
      assertThat(
              world()
                  .readLedger()
                  .ofOrder(Stores.SHOP, new OrderNumber(number), PageRequest.first()))
          .as(number)
          .isEmpty();
    }
  }

  @Test
  default void whatIsNotSentSaysWhyAndHasNoUpdate() {
    TestStore shop = shop(Channels.everyEvent("web"), Channels.paused(Channels.everyEvent("zoo")));
    shop.imported(order("A-1"));

    List<LedgerEntry> entries = ledger().ofOrder("A-1");

    assertThat(entries).hasSize(2);
    LedgerEntry paused = entries.getLast();
    assertThat(paused.channel()).contains(new ChannelId("zoo"));
    assertThat(paused.state()).isEqualTo(UpdateState.NOT_SENT);
    assertThat(paused.reason()).contains(NotSent.CHANNEL_PAUSED);
    assertThat(paused.update()).isEmpty();
    assertThat(paused.attempts()).isZero();
    assertThat(entries.getFirst().state()).isEqualTo(UpdateState.OWED);
    assertThat(ledger().updates(UpdateState.NOT_SENT)).isEmpty();
  }

  @Test
  default void anOrderThatNoChannelTakesHasOneEntryPerEvent() {
    TestStore shop = shop();
    shop.imported(order("A-1").withChannel("not-yet"));
    shop.recorded(Operations.operation("op-1", "A-1", Events.packed(), Events.packed()));

    List<LedgerEntry> entries = ledger().ofOrder("A-1");

    assertThat(entries)
        .extracting(LedgerEntry::reason)
        .containsExactly(
            Optional.of(NotSent.NO_CHANNEL),
            Optional.of(NotSent.NO_CHANNEL),
            Optional.of(NotSent.UNCHANGED));
    assertThat(entries).extracting(LedgerEntry::channel).containsOnly(Optional.empty());
    assertThat(entries).extracting(LedgerEntry::sequence).containsExactly(1L, 2L, 3L);
  }

  @Test
  default void eventsOfOneOperationShareItsUpdate() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    hand().acceptAll();
    UpdateId id = shop.owed("op-1", "A-1", Events.packed(), Events.shipped(), Events.shipped());

    List<LedgerEntry> entries = ledger().ofOrder("A-1");

    assertThat(entries)
        .extracting(LedgerEntry::state)
        .containsExactly(
            UpdateState.ACCEPTED, UpdateState.OWED, UpdateState.OWED, UpdateState.NOT_SENT);
    assertThat(entries.get(1).update()).contains(id);
    assertThat(entries.get(2).update()).contains(id);
    assertThat(ledger().updates(UpdateState.OWED)).hasSize(1);
    assertThat(ledger().updates(UpdateState.OWED).getFirst().update()).contains(id);
  }

  @Test
  default void aResendHasAnEntryOfItsOwnWithoutAnEvent() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    hand().acceptAll();
    resend(shop);
    UpdateId later = shop.owed("op-1", "A-1", Events.approved());

    List<LedgerEntry> entries = ledger().ofOrder("A-1");

    assertThat(entries)
        .extracting(LedgerEntry::event)
        .containsExactly(
            Optional.of("ORDER_IMPORT"), Optional.empty(), Optional.of("ORDER_APPROVE"));
    assertThat(entries.get(1).update()).contains(RESENT);
    assertThat(entries.get(1).sequence()).isEqualTo(1);
    assertThat(entries.get(1).state()).isEqualTo(UpdateState.OWED);
    assertThat(entries.get(2).update()).contains(later);
    assertThat(ledger().updates(UpdateState.OWED)).hasSize(2);
  }

  private void resend(TestStore shop) {
    UpdateContent content = UpdateContents.current(shop.known("A-1").order(), shop.configuration());
    var _ =
        world()
            .transactions()
            .inTransaction(() -> {
              var _ =
                  world()
                      .orders()
                      .loadForUpdate(shop.id(), Set.of(new OrderNumber("A-1")), Set.of());
              world()
                  .resends()
                  .owe(
                      shop.id(),
                      content,
                      List.of(new OwedResend(CHANNEL.orElseThrow(), RESENT, 0)));
              return content;
            });
  }

  @Test
  default void pagesOfAnOrderVisitEachEntryOnceOldestFirst() {
    TestStore shop = shop(Channels.everyEvent("cart"), Channels.everyEvent("web"));
    shop.imported(order("A-1"));
    shop.imported(order("A-2"));
    for (int i = 2; i <= 11; i++) {
      shop.recorded(Operations.operation("op-" + i, "A-1", Events.packed()));
    }
    List<LedgerEntry> all = ledger().ofOrder("A-1");

    assertThat(all).hasSize(22).doesNotHaveDuplicates();
    assertThat(all).extracting(LedgerEntry::sequence).isSorted();
    for (int limit : new int[] {1, 3, 21, 22, 23}) {
      assertThat(Pages.all(limit, request -> ledger().ofOrder("A-1", request)))
          .as("in pages of %d", limit)
          .isEqualTo(all);
    }
  }

  @Test
  default void pagesOfUpdatesVisitEachOnceOldestFirst() {
    TestStore shop = shop(Channels.everyEvent("cart"), Channels.everyEvent("web"));
    for (int i = 1; i <= 7; i++) {
      shop.imported(order("A-" + i));
      shop.clock().advance(Duration.ofSeconds(i % 2));
    }
    List<LedgerEntry> all = Pages.all(500, request -> ledger().updates(Optional.empty(), request));

    assertThat(all).hasSize(14);
    assertThat(all).extracting(LedgerEntry::update).doesNotHaveDuplicates();
    assertThat(all).extracting(LedgerEntry::owedAt).isSorted();
    for (int limit : new int[] {1, 4, 13, 14, 15}) {
      assertThat(Pages.all(limit, request -> ledger().updates(Optional.empty(), request)))
          .as("in pages of %d", limit)
          .isEqualTo(all);
    }
  }

  @Test
  default void updatesAreToldPerChannel() {
    TestStore shop = shop(Channels.everyEvent("cart"), Channels.everyEvent("web"));
    shop.imported(order("A-1"));
    shop.imported(order("A-2"));

    Page<LedgerEntry> web =
        world().readLedger().updates(Stores.SHOP, Optional.empty(), CHANNEL, PageRequest.first());

    assertThat(web.items()).hasSize(2);
    assertThat(web.items()).extracting(LedgerEntry::channel).containsOnly(CHANNEL);
    assertThat(
            world()
                .readLedger()
                .updates(Stores.SHOP, Optional.of(UpdateState.PARKED), CHANNEL, PageRequest.first())
                .items())
        .isEmpty();
  }

  @Test
  default void updatesOfAnotherStoreAreNotTold() {
    shop().imported(order("A-1"));
    TestStore other =
        TestStore.create(world(), Stores.withDefaults(Stores.OTHER, Channels.everyEvent("web")));
    other.imported(order("A-1"));
    other.owed("op-1", "A-1", Events.approved());

    assertThat(ledger().updates(UpdateState.OWED)).hasSize(1);
    assertThat(ledger().ofOrder("A-1")).hasSize(1);
  }

  @Test
  default void aCursorThatTheListDidNotGiveIsRefused() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    shop.owed("op-1", "A-1", Events.approved());
    shop.imported(order("A-2"));
    shop.owed("op-2", "A-2", Events.approved());
    PageRequest one = new PageRequest(1, Optional.empty());

    Pages.assertRefusesOtherCursors(
        request -> ledger().ofOrder("A-1", request),
        ledger().updates(Optional.empty(), one).next());
    Pages.assertRefusesOtherCursors(
        request -> ledger().ofOrder("A-1", request), ledger().ofOrder("A-2", one).next());
    Pages.assertRefusesOtherCursors(
        request -> ledger().updates(Optional.empty(), request),
        ledger().ofOrder("A-1", one).next());
  }
}
