package org.statusevents.testkit.delivering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.testkit.OrderFixture.order;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.statusevents.application.delivering.ClaimedLane;
import org.statusevents.application.delivering.SettleParked;
import org.statusevents.application.delivering.SettleParked.ParkedOutcome;
import org.statusevents.domain.delivery.Update;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.DeliveringWorld;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.TestStore;

/// What [SettleParked] promises. That a discarded update stays visible is promised by the ledger.
public interface SettleParkedContract {
  UpdateId NEVER_OWED = new UpdateId(UUID.fromString("0195654e-0000-7000-8000-00000000ffff"));

  DeliveringWorld world();

  private LaneHand hand() {
    return new LaneHand(world().lanes());
  }

  private SettleParked parked() {
    return world().settleParked();
  }

  private TestStore shop() {
    return TestStore.shop(world(), Channels.everyEvent("web"));
  }

  @Test
  default void aRetriedUpdateIsHandedOutAtOnceWithItsOldIdAndNoFailures() {
    TestStore shop = shop();
    UpdateId id = TestStore.updateOf(shop.imported(order("A-1")));
    hand().park();

    assertThat(parked().retry(shop.id(), id)).isEqualTo(new ParkedOutcome.Settled());

    ClaimedLane lane = hand().claimOne();
    assertThat(lane.updates()).extracting(Update::id).containsExactly(id);
    assertThat(lane.failures()).isZero();
    assertThat(lane.failingFor()).isZero();
  }

  @Test
  default void aRetriedUpdateIsParkedNoMore() {
    TestStore shop = shop();
    UpdateId id = TestStore.updateOf(shop.imported(order("A-1")));
    hand().park();
    assertThat(parked().retry(shop.id(), id)).isEqualTo(new ParkedOutcome.Settled());

    assertThat(parked().retry(shop.id(), id)).isEqualTo(new ParkedOutcome.NotParked(id));
    assertThat(parked().discard(shop.id(), id, "anna")).isEqualTo(new ParkedOutcome.NotParked(id));
    assertThat(hand().claim()).hasSize(1);
  }

  @Test
  default void afterADiscardedUpdateTheLaterOnesGoOn() {
    TestStore shop = shop();
    UpdateId id = TestStore.updateOf(shop.imported(order("A-1")));
    hand().park();
    UpdateId later = shop.owed("op-1", "A-1", Events.approved());
    assertThat(hand().claim()).isEmpty();

    assertThat(parked().discard(shop.id(), id, "anna")).isEqualTo(new ParkedOutcome.Settled());

    ClaimedLane lane = hand().claimOne();
    assertThat(lane.updates()).extracting(Update::id).containsExactly(later);
    assertThat(lane.failures()).isZero();
  }

  @Test
  default void afterTheLastUpdateWasDiscardedNothingIsLeftToDoUntilMoreIsOwed() {
    TestStore shop = shop();
    UpdateId id = TestStore.updateOf(shop.imported(order("A-1")));
    hand().park();
    assertThat(parked().discard(shop.id(), id, "anna")).isEqualTo(new ParkedOutcome.Settled());
    assertThat(hand().claim()).isEmpty();

    UpdateId later = shop.owed("op-1", "A-1", Events.approved());

    assertThat(hand().claimOne().updates()).extracting(Update::id).containsExactly(later);
  }

  @Test
  default void aDiscardedUpdateCannotBeRetriedOrDiscardedAgain() {
    TestStore shop = shop();
    UpdateId id = TestStore.updateOf(shop.imported(order("A-1")));
    hand().park();
    assertThat(parked().discard(shop.id(), id, "anna")).isEqualTo(new ParkedOutcome.Settled());

    assertThat(parked().retry(shop.id(), id)).isEqualTo(new ParkedOutcome.NotParked(id));
    assertThat(parked().discard(shop.id(), id, "bert")).isEqualTo(new ParkedOutcome.NotParked(id));
    assertThat(hand().claim()).isEmpty();
  }

  @Test
  default void anUpdateThatWasNeverOwedIsUnknown() {
    TestStore shop = shop();

    assertThat(parked().retry(shop.id(), NEVER_OWED))
        .isEqualTo(new ParkedOutcome.UpdateUnknown(NEVER_OWED));
    assertThat(parked().discard(shop.id(), NEVER_OWED, "anna"))
        .isEqualTo(new ParkedOutcome.UpdateUnknown(NEVER_OWED));
  }

  @Test
  default void aParkedUpdateOfAnotherStoreIsUnknown() {
    TestStore shop = shop();
    UpdateId id = TestStore.updateOf(shop.imported(order("A-1")));
    hand().park();

    assertThat(parked().retry(Stores.OTHER, id)).isEqualTo(new ParkedOutcome.UpdateUnknown(id));
    assertThat(parked().discard(Stores.OTHER, id, "anna"))
        .isEqualTo(new ParkedOutcome.UpdateUnknown(id));
    assertThat(hand().claim()).isEmpty();
    assertThat(parked().retry(shop.id(), id)).isEqualTo(new ParkedOutcome.Settled());
  }

  @Test
  default void updatesThatDoNotWaitForAPersonAreNotParked() {
    TestStore shop = shop();
    UpdateId first = TestStore.updateOf(shop.imported(order("A-1")));
    assertThat(parked().retry(shop.id(), first)).isEqualTo(new ParkedOutcome.NotParked(first));

    ClaimedLane lane = hand().claimOne();
    assertThat(parked().discard(shop.id(), first, "anna"))
        .isEqualTo(new ParkedOutcome.NotParked(first));

    hand().settle(Settlements.accepted(lane));
    assertThat(parked().retry(shop.id(), first)).isEqualTo(new ParkedOutcome.NotParked(first));
    assertThat(hand().claim()).isEmpty();
  }

  @Test
  default void updatesBehindAParkedOneAreNotParkedThemselves() {
    TestStore shop = shop();
    UpdateId head = TestStore.updateOf(shop.imported(order("A-1")));
    hand().park();
    UpdateId behind = shop.owed("op-1", "A-1", Events.approved());

    assertThat(parked().retry(shop.id(), behind)).isEqualTo(new ParkedOutcome.NotParked(behind));
    assertThat(parked().discard(shop.id(), behind, "anna"))
        .isEqualTo(new ParkedOutcome.NotParked(behind));
    assertThat(hand().claim()).isEmpty();
    assertThat(parked().retry(shop.id(), head)).isEqualTo(new ParkedOutcome.Settled());
  }
}
