package org.statusevents.testkit.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.statusevents.testkit.Operations.importing;
import static org.statusevents.testkit.Operations.operation;
import static org.statusevents.testkit.OrderFixture.order;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.statusevents.application.reading.LedgerEntry;
import org.statusevents.application.reading.PageRequest;
import org.statusevents.application.recording.RecordOperations;
import org.statusevents.application.recording.RecordOperations.Atomicity;
import org.statusevents.application.recording.Recording;
import org.statusevents.application.recording.RecordingOutcome;
import org.statusevents.application.transaction.ConcurrentChange;
import org.statusevents.application.transaction.StorageUnavailable;
import org.statusevents.domain.event.Operation;
import org.statusevents.domain.event.OperationId;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.ManualClock;
import org.statusevents.testkit.Operations;
import org.statusevents.testkit.SequentialUpdateIds;
import org.statusevents.testkit.TestStore;
import org.statusevents.testkit.memory.InMemoryStorage;

/// Recording on a storage that loses races or is away.
final class TroubledStorageTest {
  private final InMemoryStorage storage = new InMemoryStorage(new ManualClock());
  private final TestStore shop = TestStore.shop(storage, Channels.everyEvent("web"));
  private final TroubledOrders orders = new TroubledOrders(storage.orders());
  private final RecordOperations recordOperations =
      Recording.recordOperations(
          storage.transactions(),
          orders,
          () -> Map.of(Channels.ADAPTER, Channels.CAPABILITIES),
          new SequentialUpdateIds(9),
          new ManualClock());

  private List<RecordingOutcome> record(Operation... operations) {
    return recordOperations.record(
        shop.id(), Stream.of(operations).map(Operations::submitted).toList(), Atomicity.EACH);
  }

  private List<LedgerEntry> updates() {
    return storage
        .readLedger()
        .updates(shop.id(), Optional.empty(), Optional.empty(), PageRequest.first())
        .items();
  }

  @Test
  void aLostRaceIsRunAgainAndTakesEffectOnce() {
    orders.failNext(new ConcurrentChange("lost"), new ConcurrentChange("lost again"));

    var outcome = (RecordingOutcome.Recorded) record(importing(order("A-1").order())).getFirst();

    assertThat(orders.saves()).isEqualTo(3);
    assertThat(shop.known("A-1").order().version()).isEqualTo(1);
    assertThat(updates())
        .extracting(LedgerEntry::update)
        .containsExactly(Optional.of(TestStore.updateOf(outcome.receipt())));
  }

  @Test
  void aRaceThatIsLostForEverPassesOutWithNothingHalfDone() {
    ConcurrentChange[] lost = new ConcurrentChange[50];
    Arrays.setAll(lost, i -> new ConcurrentChange("lost " + i));
    orders.failNext(lost);

    assertThatThrownBy(() -> record(importing(order("A-1").order())))
        .isInstanceOf(ConcurrentChange.class);
    assertThat(orders.saves()).isBetween(2, 49);
    assertNothingIsThere();
  }

  @Test
  void aStorageThatIsAwayPassesOutAtOnceWithNothingHalfDone() {
    orders.failNext(new StorageUnavailable("away", new IllegalStateException("gone")));
    Operation[] batch = {
      importing(order("A-1").order()),
      operation("op-1", "A-1", Events.exchanged(1, order("A-2").order()))
    };

    assertThatThrownBy(() -> record(batch)).isInstanceOf(StorageUnavailable.class);
    assertThat(orders.saves()).isEqualTo(1);
    assertNothingIsThere();
    assertThat(record(batch))
        .hasSize(2)
        .allMatch(outcome -> outcome instanceof RecordingOutcome.Recorded);
    assertThat(updates()).hasSize(3);
  }

  private void assertNothingIsThere() {
    var loaded =
        shop.loaded(
            Set.of(new OrderNumber("A-1"), new OrderNumber("A-2")),
            Set.of(new OperationId("import:A-1"), new OperationId("op-1")));
    assertThat(loaded.orders()).isEmpty();
    assertThat(loaded.operations()).isEmpty();
    assertThat(updates()).isEmpty();
  }
}
