package org.statusevents.testkit.delivering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.testkit.OrderFixture.order;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.statusevents.application.delivering.SettleParked.ParkedOutcome;
import org.statusevents.application.reading.LedgerEntry;
import org.statusevents.application.reading.PageRequest;
import org.statusevents.domain.configuration.ConfigurationChange;
import org.statusevents.domain.delivery.Reply;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.TestStore;

/// Updates that the receiver refuses until they wait for a person.
final class ParkedUpdatesTest {
  private static final String WORDS = "SETIResponse: update=False;Notes=unknown order";
  private static final Duration LONG = Duration.ofMinutes(10);

  private final DeliveryHouse house = new DeliveryHouse(Channels.everyEvent("web"));

  private void refuse(String order) {
    house.cart.answer(update ->
        update.content().order().value().equals(order)
            ? new Reply.Refused(WORDS)
            : new Reply.Accepted("OK"));
  }

  private void accept() {
    house.cart.answer(_ -> new Reply.Accepted("OK"));
  }

  /// Imports an order and lets its update be refused until it is parked.
  private UpdateId parked(String order) {
    refuse(order);
    UpdateId id = TestStore.updateOf(house.shop.imported(order(order)));
    house.sendFor(LONG);
    return id;
  }

  @Test
  void e13AnUpdateRefusedFiveTimesIsParkedWithTheReasonAndAnotherOrdersStillGoesOut() {
    refuse("A-1");
    UpdateId first = TestStore.updateOf(house.shop.imported(order("A-1")));
    for (int refusals = 1; refusals <= 4; refusals++) {
      house.sendAllDue();
      assertThat(house.entry(first).attempts()).isEqualTo(refusals);
      assertThat(house.entry(first).state()).isEqualTo(UpdateState.OWED);
      house.clock.advance(Duration.ofMinutes(15));
    }
    UpdateId other = TestStore.updateOf(house.shop.imported(order("A-2")));
    house.sendAllDue();

    LedgerEntry entry = house.entry(first);
    assertThat(entry.state()).isEqualTo(UpdateState.PARKED);
    assertThat(entry.words()).contains(WORDS);
    assertThat(entry.attempts()).isEqualTo(5);
    assertThat(entry.nextAttemptAt()).isEmpty();
    assertThat(house.ledger("A-1").getFirst()).isEqualTo(entry);
    assertThat(
            house
                .storage
                .readLedger()
                .updates(
                    Stores.SHOP,
                    Optional.of(UpdateState.PARKED),
                    Optional.empty(),
                    PageRequest.first())
                .items())
        .containsExactly(entry);
    assertThat(house.entry(other).state()).isEqualTo(UpdateState.ACCEPTED);
    assertThat(house.sentIds("A-1")).isEqualTo(Collections.nCopies(5, first));
    assertThat(house.sentIds("A-2")).containsExactly(other);
  }

  @Test
  void aParkedUpdateIsNotSentAgainByItself() {
    UpdateId id = parked("A-1");
    int sent = house.sentIds().size();
    house.clock.advance(Duration.ofDays(365));
    house.sendAllDue();

    assertThat(house.sentIds()).hasSize(sent);
    assertThat(house.entry(id).state()).isEqualTo(UpdateState.PARKED);
  }

  @Test
  void r45AParkedUpdateHoldsBackItsOwnLaneOnly() {
    UpdateId first = parked("A-1");
    UpdateId later = house.shop.owed("op-1", "A-1", Events.approved());
    UpdateId other = TestStore.updateOf(house.shop.imported(order("A-2")));
    accept();
    house.sendFor(LONG);

    assertThat(house.entry(first).state()).isEqualTo(UpdateState.PARKED);
    assertThat(house.entry(later).state()).isEqualTo(UpdateState.OWED);
    assertThat(house.entry(later).attempts()).isZero();
    assertThat(house.entry(other).state()).isEqualTo(UpdateState.ACCEPTED);
  }

  @Test
  void aRetriedUpdateKeepsItsIdAndCountsItsFailuresAfresh() {
    UpdateId id = parked("A-1");
    assertThat(house.storage.settleParked().retry(Stores.SHOP, id))
        .isEqualTo(new ParkedOutcome.Settled());
    for (int refusals = 1; refusals <= 4; refusals++) {
      house.sendAllDue();
      assertThat(house.entry(id).state()).isEqualTo(UpdateState.OWED);
      house.clock.advance(Duration.ofMinutes(15));
    }
    house.sendAllDue();

    assertThat(house.entry(id).state()).isEqualTo(UpdateState.PARKED);
    assertThat(house.entry(id).attempts()).isEqualTo(10);
    assertThat(house.sentIds()).isEqualTo(Collections.nCopies(10, id));
  }

  @Test
  void aRetriedUpdateGoesOutAtOnceAndTheLaterOnesFollow() {
    UpdateId first = parked("A-1");
    UpdateId later = house.shop.owed("op-1", "A-1", Events.approved());
    accept();
    assertThat(house.storage.settleParked().retry(Stores.SHOP, first))
        .isEqualTo(new ParkedOutcome.Settled());
    house.sendAllDue();

    assertThat(house.states("A-1")).containsExactly(UpdateState.ACCEPTED, UpdateState.ACCEPTED);
    assertThat(house.sentIds().subList(5, 7)).containsExactly(first, later);
  }

  @Test
  void aDiscardedUpdateLetsLaterOnesGoOnAndStaysVisibleAsRefusedWithWhoGaveItUp() {
    UpdateId first = parked("A-1");
    UpdateId later = house.shop.owed("op-1", "A-1", Events.approved());
    accept();
    assertThat(house.storage.settleParked().discard(Stores.SHOP, first, "anna"))
        .isEqualTo(new ParkedOutcome.Settled());
    house.sendAllDue();

    assertThat(house.entry(first).state()).isEqualTo(UpdateState.REFUSED);
    assertThat(house.entry(first).discardedBy()).contains("anna");
    assertThat(house.entry(first).words()).contains(WORDS);
    assertThat(house.entry(later).state()).isEqualTo(UpdateState.ACCEPTED);
    assertThat(house.sentIds().getLast()).isEqualTo(later);
  }

  @Test
  void onlyWhatIsParkedInItsOwnStoreCanBeSettled() {
    UpdateId parked = parked("A-1");
    UpdateId behind = house.shop.owed("op-1", "A-1", Events.approved());
    UpdateId nobodys = new UpdateId(UUID.fromString("0195654e-0000-7000-8000-0000000000ff"));

    assertThat(house.storage.settleParked().retry(Stores.SHOP, behind))
        .isEqualTo(new ParkedOutcome.NotParked(behind));
    assertThat(house.storage.settleParked().discard(Stores.SHOP, behind, "anna"))
        .isEqualTo(new ParkedOutcome.NotParked(behind));
    assertThat(house.storage.settleParked().retry(Stores.OTHER, parked))
        .isEqualTo(new ParkedOutcome.UpdateUnknown(parked));
    assertThat(house.storage.settleParked().discard(Stores.SHOP, nobodys, "anna"))
        .isEqualTo(new ParkedOutcome.UpdateUnknown(nobodys));
    assertThat(house.states("A-1")).containsExactly(UpdateState.PARKED, UpdateState.OWED);
  }

  @Test
  void anUpdateWhoseAddressMayNotBeReachedIsParkedAtOnce() {
    house.cart.answerNext(new Reply.Blocked("address not allowed"));
    UpdateId id = TestStore.updateOf(house.shop.imported(order("A-1")));
    house.sendAllDue();

    assertThat(house.entry(id).state()).isEqualTo(UpdateState.PARKED);
    assertThat(house.entry(id).attempts()).isEqualTo(1);
  }

  @Test
  void failuresOfOneUpdateDoNotCountForTheNext() {
    house.cart.answerNext(
        new Reply.Refused(WORDS),
        new Reply.Refused(WORDS),
        new Reply.Refused(WORDS),
        new Reply.Refused(WORDS),
        new Reply.Accepted("OK"),
        new Reply.Refused(WORDS));
    UpdateId first = TestStore.updateOf(house.shop.imported(order("A-1")));
    UpdateId second = house.shop.owed("op-1", "A-1", Events.approved());
    house.sendFor(LONG);

    assertThat(house.states("A-1")).containsExactly(UpdateState.ACCEPTED, UpdateState.ACCEPTED);
    assertThat(house.entry(first).attempts()).isEqualTo(5);
    assertThat(house.entry(second).attempts()).isEqualTo(2);
  }

  @Test
  void whatWaitedForAChannelThatIsRemovedIsNotSent() {
    UpdateId parked = parked("A-1");
    UpdateId behind = house.shop.owed("op-1", "A-1", Events.approved());
    house.shop.change(new ConfigurationChange.RemoveChannel(Channels.everyEvent("web").id()));
    accept();
    house.sendFor(LONG);

    for (UpdateId id : List.of(parked, behind)) {
      assertThat(house.entry(id).state()).isEqualTo(UpdateState.REFUSED);
    }
    assertThat(house.sentIds()).doesNotContain(behind);
  }
}
