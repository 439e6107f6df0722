package org.statusevents.testkit.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.testkit.OrderFixture.order;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.statusevents.application.delivering.LaneSettlement.LaneNext;
import org.statusevents.application.delivering.SettleParked.ParkedOutcome;
import org.statusevents.application.reading.LedgerEntry;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.ConfigurationChange;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.ManualClock;
import org.statusevents.testkit.ReadingWorld;
import org.statusevents.testkit.TestStore;
import org.statusevents.testkit.Waiting;
import org.statusevents.testkit.delivering.LaneHand;
import org.statusevents.testkit.delivering.Settlements;

/// What [org.statusevents.application.reading.ReadLedger] promises of the state of an update.
public interface LedgerStatesContract {
  Optional<ChannelId> WEB = Optional.of(new ChannelId("web"));

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
  default void whatWaitsForItsTurnIsOwed() {
    TestStore shop = shop();
    UpdateId id = TestStore.updateOf(shop.imported(order("A-1")));

    ledger().assertOnlyUpdateIs(UpdateState.OWED);
    LedgerEntry entry = ledger().entry();
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

    ledger().assertOnlyUpdateIs(UpdateState.IN_DELIVERY);
  }

  @Test
  default void whatSomebodyHeldTooLongIsOwedAgain() {
    shop().imported(order("A-1"));
    assertThat(hand().claim(Duration.ofMillis(1))).hasSize(1);
    Waiting.pass(LaneHand.SHORT);

    ledger().assertOnlyUpdateIs(UpdateState.OWED);
  }

  @Test
  default void whatTheReceiverTookIsAcceptedWithItsWords() {
    shop().imported(order("A-1"));
    hand().acceptAll();

    ledger().assertOnlyUpdateIs(UpdateState.ACCEPTED);
    LedgerEntry entry = ledger().entry();
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

    ledger().assertOnlyUpdateIs(UpdateState.OWED);
    LedgerEntry entry = ledger().entry();
    assertThat(entry.attempts()).isEqualTo(2);
    assertThat(entry.words()).contains(Settlements.REFUSED);
    assertThat(entry.nextAttemptAt()).isPresent();
  }

  @Test
  default void whatGaveUpIsParked() {
    shop().imported(order("A-1"));
    hand().park();

    ledger().assertOnlyUpdateIs(UpdateState.PARKED);
    assertThat(ledger().entry().words()).contains(Settlements.REFUSED);
    assertThat(ledger().entry().attempts()).isEqualTo(1);
    assertThat(ledger().entry().nextAttemptAt()).isEmpty();
  }

  @Test
  default void whatAPersonGaveUpIsRefusedAndSaysByWhom() {
    TestStore shop = shop();
    UpdateId id = TestStore.updateOf(shop.imported(order("A-1")));
    hand().park();
    assertThat(world().settleParked().discard(shop.id(), id, "anna"))
        .isEqualTo(new ParkedOutcome.Settled());

    ledger().assertOnlyUpdateIs(UpdateState.REFUSED);
    assertThat(ledger().entry().discardedBy()).contains("anna");
    assertThat(ledger().entry().words()).contains(Settlements.REFUSED);
    assertThat(ledger().entry().nextAttemptAt()).isEmpty();
  }

  @Test
  default void whatAPersonTriesAgainIsOwedAgain() {
    TestStore shop = shop();
    UpdateId id = TestStore.updateOf(shop.imported(order("A-1")));
    hand().park();
    assertThat(world().settleParked().retry(shop.id(), id)).isEqualTo(new ParkedOutcome.Settled());

    ledger().assertOnlyUpdateIs(UpdateState.OWED);
    assertThat(ledger().entry().attempts()).isEqualTo(1);
  }

  @Test
  default void whatWaitedForAChannelThatIsRemovedIsRefusedForThatReason() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    shop.change(new ConfigurationChange.RemoveChannel(WEB.orElseThrow()));

    ledger().assertOnlyUpdateIs(UpdateState.REFUSED);
    assertThat(ledger().entry().channel()).isEqualTo(WEB);
    assertThat(ledger().entry().discardedBy()).contains("channel removed");
  }

  @Test
  default void whatWasAcceptedBeforeItsChannelWasRemovedStaysAccepted() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    hand().acceptAll();
    shop.change(new ConfigurationChange.RemoveChannel(WEB.orElseThrow()));

    ledger().assertOnlyUpdateIs(UpdateState.ACCEPTED);
  }

  @Test
  default void whatANewerStateTookThePlaceOfIsSuperseded() {
    TestStore shop = shop(Channels.latestState("web"));
    shop.imported(order("A-1"));
    shop.owed("op-1", "A-1", Events.approved());
    shop.owed("op-2", "A-1", Events.paid());
    assertThat(hand().claim(Duration.ofMillis(1))).hasSize(1);
    hand().settle(Settlements.accepted(hand().claimSoon()));

    assertThat(LedgerEntries.states(ledger().ofOrder("A-1")))
        .containsExactly(UpdateState.SUPERSEDED, UpdateState.SUPERSEDED, UpdateState.ACCEPTED);
    assertThat(ledger().ofOrder("A-1").getFirst().attempts()).isZero();
    assertThat(ledger().updates(UpdateState.SUPERSEDED)).hasSize(2);
  }

  @Test
  default void onlyTheNewestStateIsInDelivery() {
    TestStore shop = shop(Channels.latestState("web"));
    shop.imported(order("A-1"));
    shop.owed("op-1", "A-1", Events.approved());
    assertThat(hand().claim()).hasSize(1);

    assertThat(LedgerEntries.states(ledger().ofOrder("A-1")))
        .containsExactly(UpdateState.OWED, UpdateState.IN_DELIVERY);
  }

  @Test
  default void aStateThatFailedHasSupersededTheOlderOnes() {
    TestStore shop = shop(Channels.latestState("web"));
    shop.imported(order("A-1"));
    shop.owed("op-1", "A-1", Events.approved());
    hand().park();

    assertThat(LedgerEntries.states(ledger().ofOrder("A-1")))
        .containsExactly(UpdateState.SUPERSEDED, UpdateState.PARKED);
  }

  @Test
  default void updatesBehindAParkedOneAreOwed() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    hand().park();
    shop.owed("op-1", "A-1", Events.approved());

    assertThat(LedgerEntries.states(ledger().ofOrder("A-1")))
        .containsExactly(UpdateState.PARKED, UpdateState.OWED);
  }
}
