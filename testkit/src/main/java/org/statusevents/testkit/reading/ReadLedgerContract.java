package org.statusevents.testkit.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.testkit.OrderFixture.order;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.statusevents.application.delivering.LaneSettlement.LaneNext;
import org.statusevents.application.delivering.Resends.OwedResend;
import org.statusevents.application.delivering.SettleParked.ParkedOutcome;
import org.statusevents.application.reading.LedgerEntry;
import org.statusevents.application.reading.Page;
import org.statusevents.application.reading.PageRequest;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.ConfigurationChange;
import org.statusevents.domain.decision.NotSent;
import org.statusevents.domain.decision.UpdateContent;
import org.statusevents.domain.decision.UpdateContents;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.ManualClock;
import org.statusevents.testkit.Operations;
import org.statusevents.testkit.ReadingWorld;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.TestStore;
import org.statusevents.testkit.Waiting;
import org.statusevents.testkit.delivering.LaneHand;
import org.statusevents.testkit.delivering.Settlements;

/// What [org.statusevents.application.reading.ReadLedger] promises.
public interface ReadLedgerContract {
  Optional<ChannelId> WEB = Optional.of(new ChannelId("web"));
  UpdateId RESENT = new UpdateId(UUID.fromString("0195654e-0000-7000-8000-00000000abcd"));

  ReadingWorld world();

  private LaneHand hand() {
    return new LaneHand(world().lanes());
  }

  private TestStore shop(Channel... channels) {
    return TestStore.create(world(), Stores.withDefaults(Stores.SHOP, channels));
  }

  private TestStore shop() {
    return shop(Channels.everyEvent("web"));
  }

  private Page<LedgerEntry> ofOrder(String number, PageRequest request) {
    return world()
        .readLedger()
        .ofOrder(Stores.SHOP, new OrderNumber(number), request)
        .orElseThrow();
  }

  private List<LedgerEntry> ofOrder(String number) {
    return Pages.all(500, request -> ofOrder(number, request));
  }

  /// The only entry of order A-1.
  private LedgerEntry entry() {
    assertThat(ofOrder("A-1")).hasSize(1);
    return ofOrder("A-1").getFirst();
  }

  private Page<LedgerEntry> updates(Optional<UpdateState> state, PageRequest request) {
    return world().readLedger().updates(Stores.SHOP, state, Optional.empty(), request);
  }

  private List<LedgerEntry> updates(UpdateState state) {
    return Pages.all(2, request -> updates(Optional.of(state), request));
  }

  private static List<UpdateState> states(List<LedgerEntry> entries) {
    return entries.stream().map(LedgerEntry::state).toList();
  }

  private void assertOnlyUpdateIs(UpdateState state) {
    assertThat(entry().state()).isEqualTo(state);
    for (UpdateState each : UpdateState.values()) {
      assertThat(updates(each)).as("updates that are %s", each).hasSize(each == state ? 1 : 0);
    }
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
  default void whatWaitsForItsTurnIsOwed() {
    TestStore shop = shop();
    UpdateId id = TestStore.updateOf(shop.imported(order("A-1")));

    assertOnlyUpdateIs(UpdateState.OWED);
    LedgerEntry entry = entry();
    assertThat(entry.order()).isEqualTo(new OrderNumber("A-1"));
    assertThat(entry.sequence()).isEqualTo(1);
    assertThat(entry.event()).contains("ORDER_IMPORT");
    assertThat(entry.channel()).isEqualTo(WEB);
    assertThat(entry.update()).contains(id);
    assertThat(entry.reason()).isEmpty();
    assertThat(entry.attempts()).isZero();
    assertThat(entry.words()).isEmpty();
    assertThat(entry.lastAttemptAt()).isEmpty();
    assertThat(entry.discardedBy()).isEmpty();
  }

  @Test
  default void whatSomebodyHoldsIsInDeliveryUntilTheLeaseIsOver() {
    shop().imported(order("A-1"));
    assertThat(hand().claim()).hasSize(1);

    assertOnlyUpdateIs(UpdateState.IN_DELIVERY);
  }

  @Test
  default void whatSomebodyHeldTooLongIsOwedAgain() {
    shop().imported(order("A-1"));
    assertThat(hand().claim(Duration.ofMillis(1))).hasSize(1);
    Waiting.pass(LaneHand.SHORT);

    assertOnlyUpdateIs(UpdateState.OWED);
  }

  @Test
  default void whatTheReceiverTookIsAcceptedWithItsWords() {
    shop().imported(order("A-1"));
    hand().acceptAll();

    assertOnlyUpdateIs(UpdateState.ACCEPTED);
    LedgerEntry entry = entry();
    assertThat(entry.attempts()).isEqualTo(1);
    assertThat(entry.words()).contains(Settlements.ACCEPTED);
    assertThat(entry.lastAttemptAt()).contains(ManualClock.START);
    assertThat(entry.nextAttemptAt()).isEmpty();
  }

  @Test
  default void whatFailedAndIsTriedAgainIsOwedWithAllItsAttempts() {
    shop().imported(order("A-1"));
    hand()
        .settle(
            Settlements.refused(hand().claimOne(), new LaneNext.RetryAfter(Duration.ofMillis(5))));
    hand().settle(Settlements.refused(hand().claimSoon(), new LaneNext.RetryAfter(LaneHand.LONG)));

    assertOnlyUpdateIs(UpdateState.OWED);
    LedgerEntry entry = entry();
    assertThat(entry.attempts()).isEqualTo(2);
    assertThat(entry.words()).contains(Settlements.REFUSED);
    assertThat(entry.nextAttemptAt()).isPresent();
  }

  @Test
  default void whatGaveUpIsParked() {
    shop().imported(order("A-1"));
    hand().park();

    assertOnlyUpdateIs(UpdateState.PARKED);
    assertThat(entry().words()).contains(Settlements.REFUSED);
    assertThat(entry().attempts()).isEqualTo(1);
    assertThat(entry().nextAttemptAt()).isEmpty();
  }

  @Test
  default void whatAPersonGaveUpIsRefusedAndSaysByWhom() {
    TestStore shop = shop();
    UpdateId id = TestStore.updateOf(shop.imported(order("A-1")));
    hand().park();
    assertThat(world().settleParked().discard(shop.id(), id, "anna"))
        .isEqualTo(new ParkedOutcome.Settled());

    assertOnlyUpdateIs(UpdateState.REFUSED);
    assertThat(entry().discardedBy()).contains("anna");
    assertThat(entry().words()).contains(Settlements.REFUSED);
    assertThat(entry().nextAttemptAt()).isEmpty();
  }

  @Test
  default void whatAPersonTriesAgainIsOwedAgain() {
    TestStore shop = shop();
    UpdateId id = TestStore.updateOf(shop.imported(order("A-1")));
    hand().park();
    assertThat(world().settleParked().retry(shop.id(), id)).isEqualTo(new ParkedOutcome.Settled());

    assertOnlyUpdateIs(UpdateState.OWED);
    assertThat(entry().attempts()).isEqualTo(1);
  }

  @Test
  default void whatWaitedForAChannelThatIsRemovedIsRefusedForThatReason() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    shop.change(new ConfigurationChange.RemoveChannel(WEB.orElseThrow()));

    assertOnlyUpdateIs(UpdateState.REFUSED);
    assertThat(entry().channel()).isEqualTo(WEB);
    assertThat(entry().discardedBy()).contains("channel removed");
  }

  @Test
  default void whatWasAcceptedBeforeItsChannelWasRemovedStaysAccepted() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    hand().acceptAll();
    shop.change(new ConfigurationChange.RemoveChannel(WEB.orElseThrow()));

    assertOnlyUpdateIs(UpdateState.ACCEPTED);
  }

  @Test
  default void whatANewerStateTookThePlaceOfIsSuperseded() {
    TestStore shop = shop(Channels.latestState("web"));
    shop.imported(order("A-1"));
    shop.owed("op-1", "A-1", Events.approved());
    shop.owed("op-2", "A-1", Events.paid());
    assertThat(hand().claim(Duration.ofMillis(1))).hasSize(1);
    hand().settle(Settlements.accepted(hand().claimSoon()));

    assertThat(states(ofOrder("A-1")))
        .containsExactly(UpdateState.SUPERSEDED, UpdateState.SUPERSEDED, UpdateState.ACCEPTED);
    assertThat(ofOrder("A-1").getFirst().attempts()).isZero();
    assertThat(updates(UpdateState.SUPERSEDED)).hasSize(2);
  }

  @Test
  default void onlyTheNewestStateIsInDelivery() {
    TestStore shop = shop(Channels.latestState("web"));
    shop.imported(order("A-1"));
    shop.owed("op-1", "A-1", Events.approved());
    assertThat(hand().claim()).hasSize(1);

    assertThat(states(ofOrder("A-1"))).containsExactly(UpdateState.OWED, UpdateState.IN_DELIVERY);
  }

  @Test
  default void aStateThatFailedHasSupersededTheOlderOnes() {
    TestStore shop = shop(Channels.latestState("web"));
    shop.imported(order("A-1"));
    shop.owed("op-1", "A-1", Events.approved());
    hand().park();

    assertThat(states(ofOrder("A-1"))).containsExactly(UpdateState.SUPERSEDED, UpdateState.PARKED);
  }

  @Test
  default void updatesBehindAParkedOneAreOwed() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    hand().park();
    shop.owed("op-1", "A-1", Events.approved());

    assertThat(states(ofOrder("A-1"))).containsExactly(UpdateState.PARKED, UpdateState.OWED);
  }

  @Test
  default void whatIsNotSentSaysWhyAndHasNoUpdate() {
    TestStore shop = shop(Channels.everyEvent("web"), Channels.paused(Channels.everyEvent("zoo")));
    shop.imported(order("A-1"));

    List<LedgerEntry> entries = ofOrder("A-1");

    assertThat(entries).hasSize(2);
    LedgerEntry paused = entries.getLast();
    assertThat(paused.channel()).contains(new ChannelId("zoo"));
    assertThat(paused.state()).isEqualTo(UpdateState.NOT_SENT);
    assertThat(paused.reason()).contains(NotSent.CHANNEL_PAUSED);
    assertThat(paused.update()).isEmpty();
    assertThat(paused.attempts()).isZero();
    assertThat(entries.getFirst().state()).isEqualTo(UpdateState.OWED);
    assertThat(updates(UpdateState.NOT_SENT)).isEmpty();
  }

  @Test
  default void anOrderThatNoChannelTakesHasOneEntryPerEvent() {
    TestStore shop = shop();
    shop.imported(order("A-1").withChannel("not-yet"));
    shop.recorded(Operations.operation("op-1", "A-1", Events.packed(), Events.packed()));

    List<LedgerEntry> entries = ofOrder("A-1");

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

    List<LedgerEntry> entries = ofOrder("A-1");

    assertThat(entries)
        .extracting(LedgerEntry::state)
        .containsExactly(
            UpdateState.ACCEPTED, UpdateState.OWED, UpdateState.OWED, UpdateState.NOT_SENT);
    assertThat(entries.get(1).update()).contains(id);
    assertThat(entries.get(2).update()).contains(id);
    assertThat(updates(UpdateState.OWED)).hasSize(1);
    assertThat(updates(UpdateState.OWED).getFirst().update()).contains(id);
  }

  @Test
  default void aResendHasAnEntryOfItsOwnWithoutAnEvent() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    hand().acceptAll();
    resend(shop);
    UpdateId later = shop.owed("op-1", "A-1", Events.approved());

    List<LedgerEntry> entries = ofOrder("A-1");

    assertThat(entries)
        .extracting(LedgerEntry::event)
        .containsExactly(
            Optional.of("ORDER_IMPORT"), Optional.empty(), Optional.of("ORDER_APPROVE"));
    assertThat(entries.get(1).update()).contains(RESENT);
    assertThat(entries.get(1).sequence()).isEqualTo(1);
    assertThat(entries.get(1).state()).isEqualTo(UpdateState.OWED);
    assertThat(entries.get(2).update()).contains(later);
    assertThat(updates(UpdateState.OWED)).hasSize(2);
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
                  .owe(shop.id(), content, List.of(new OwedResend(WEB.orElseThrow(), RESENT, 0)));
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
    List<LedgerEntry> all = ofOrder("A-1");

    assertThat(all).hasSize(22).doesNotHaveDuplicates();
    assertThat(all).extracting(LedgerEntry::sequence).isSorted();
    for (int limit : new int[] {1, 3, 21, 22, 23}) {
      assertThat(Pages.all(limit, request -> ofOrder("A-1", request)))
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
    List<LedgerEntry> all = Pages.all(500, request -> updates(Optional.empty(), request));

    assertThat(all).hasSize(14);
    assertThat(all).extracting(LedgerEntry::update).doesNotHaveDuplicates();
    assertThat(all).extracting(LedgerEntry::owedAt).isSorted();
    for (int limit : new int[] {1, 4, 13, 14, 15}) {
      assertThat(Pages.all(limit, request -> updates(Optional.empty(), request)))
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
        world().readLedger().updates(Stores.SHOP, Optional.empty(), WEB, PageRequest.first());

    assertThat(web.items()).hasSize(2);
    assertThat(web.items()).extracting(LedgerEntry::channel).containsOnly(WEB);
    assertThat(
            world()
                .readLedger()
                .updates(Stores.SHOP, Optional.of(UpdateState.PARKED), WEB, PageRequest.first())
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

    assertThat(updates(UpdateState.OWED)).hasSize(1);
    assertThat(ofOrder("A-1")).hasSize(1);
  }

  @Test
  default void aCursorThatTheListDidNotGiveIsRefused() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    shop.owed("op-1", "A-1", Events.approved());
    PageRequest one = new PageRequest(1, Optional.empty());

    Pages.assertRefusesOtherCursors(
        request -> ofOrder("A-1", request), updates(Optional.empty(), one).next());
    Pages.assertRefusesOtherCursors(
        request -> updates(Optional.empty(), request), ofOrder("A-1", one).next());
  }
}
