package org.statusevents.testkit.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.statusevents.testkit.Operations.importing;
import static org.statusevents.testkit.Operations.operation;
import static org.statusevents.testkit.OrderFixture.order;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.statusevents.application.reading.LedgerEntry;
import org.statusevents.application.reading.PageRequest;
import org.statusevents.application.recording.OperationReceipt;
import org.statusevents.application.recording.OperationReceipt.ChannelReceipt;
import org.statusevents.application.recording.OperationReceipt.OrderReceipt;
import org.statusevents.application.recording.RecordOperations;
import org.statusevents.application.recording.RecordOperations.Atomicity;
import org.statusevents.application.recording.RecordingOutcome;
import org.statusevents.application.recording.SubmittedOperation;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.decision.LabelChange;
import org.statusevents.domain.event.Operation;
import org.statusevents.domain.event.OperationId;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.Labels;
import org.statusevents.testkit.ManualClock;
import org.statusevents.testkit.Operations;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.TestStore;
import org.statusevents.testkit.memory.InMemoryStorage;

/// Operations recorded through [RecordOperations] on a storage in memory.
final class RecordOperationsTest {
  private static final OrderNumber A1 = new OrderNumber("A-1");
  private static final OrderNumber A2 = new OrderNumber("A-2");
  private static final OrderNumber NOWHERE = new OrderNumber("A-99");

  private final InMemoryStorage storage = new InMemoryStorage(new ManualClock());
  private final TestStore shop = TestStore.shop(storage, Channels.everyEvent("web"));

  private List<RecordingOutcome> allOrNone(Operation... operations) {
    return shop.recordOperations()
        .record(
            shop.id(),
            Stream.of(operations).map(Operations::submitted).toList(),
            Atomicity.ALL_OR_NONE);
  }

  private List<LedgerEntry> ledger(String number) {
    return storage
        .readLedger()
        .ofOrder(shop.id(), new OrderNumber(number), PageRequest.first())
        .orElseThrow()
        .items();
  }

  private static OperationReceipt recorded(RecordingOutcome outcome) {
    assertThat(outcome).isInstanceOf(RecordingOutcome.Recorded.class);
    return ((RecordingOutcome.Recorded) outcome).receipt();
  }

  private static List<LabelChange> orderChanges(OrderReceipt order) {
    return order.events().stream()
        .flatMap(event -> event.changes().stream())
        .filter(change -> change.line().isEmpty())
        .toList();
  }

  private void assertNothingIsRecordedOf(String order, String... ids) {
    for (String id : ids) {
      assertThat(shop.loaded(Set.of(), Set.of(new OperationId(id))).operations()).isEmpty();
    }
    assertThat(shop.loaded(order).orders()).isEmpty();
    assertThat(storage.readHistory().read(shop.id(), new OrderNumber(order), PageRequest.first()))
        .isEmpty();
  }

  @Test
  void r25TheSameOperationAgainAnswersTheFirstReceiptAndHasNoSecondEffect() {
    shop.imported(order("A-1"));
    Operation approval = operation("op-1", "A-1", Events.approved());
    OperationReceipt first = shop.recorded(approval);
    var stored = shop.loaded(Set.of(A1), Set.of(approval.id()));
    List<LedgerEntry> ledger = ledger("A-1");
    shop.clock().advance(Duration.ofDays(30));

    assertThat(shop.record(approval, approval))
        .containsExactly(
            new RecordingOutcome.AlreadyRecorded(first),
            new RecordingOutcome.AlreadyRecorded(first));
    assertThat(shop.loaded(Set.of(A1), Set.of(approval.id()))).isEqualTo(stored);
    assertThat(ledger("A-1")).isEqualTo(ledger).hasSize(2);
  }

  @Test
  void anIdThatWasUsedForSomethingElseIsTakenAndChangesNothing() {
    shop.imported(order("A-1"));
    shop.recorded(operation("op-1", "A-1", Events.approved()));
    var stored = shop.loaded("A-1");

    assertThat(shop.record(operation("op-1", "A-1", Events.paid())))
        .containsExactly(new RecordingOutcome.IdTaken(new OperationId("op-1")));
    assertThat(shop.loaded("A-1")).isEqualTo(stored);
  }

  @Test
  void theSameIdInAnotherStoreIsAnotherOperation() {
    TestStore other = TestStore.create(storage, Stores.withDefaults(Stores.OTHER));
    for (TestStore store : List.of(shop, other)) {
      store.imported(order("A-1"));
      assertThat(store.record(operation("op-1", "A-1", Events.approved())))
          .first()
          .isInstanceOf(RecordingOutcome.Recorded.class);
    }
  }

  @Test
  void anUnknownOrderIsRefusedAndTheIdStaysFree() {
    Operation approval = operation("op-1", "A-99", Events.approved());

    assertThat(shop.record(approval)).containsExactly(new RecordingOutcome.OrderUnknown(NOWHERE));
    assertNothingIsRecordedOf("A-99", "op-1");
    shop.imported(order("A-99"));
    assertThat(recorded(shop.record(approval).getFirst()).orders()).hasSize(1);
  }

  @Test
  void anOrderOfAnotherStoreIsUnknown() {
    TestStore other = TestStore.create(storage, Stores.withDefaults(Stores.OTHER));
    other.imported(order("A-99"));

    assertThat(shop.record(operation("op-1", "A-99", Events.approved())))
        .containsExactly(new RecordingOutcome.OrderUnknown(NOWHERE));
    assertThat(other.known("A-99").order().version()).isEqualTo(1);
  }

  @Test
  void inAnUnknownStoreEveryOperationOfTheBatchSaysSo() {
    StoreId nowhere = new StoreId("nowhere");
    List<SubmittedOperation> batch =
        Stream.of(importing(order("A-1").order()), operation("op-1", "A-1", Events.approved()))
            .map(Operations::submitted)
            .toList();

    for (Atomicity atomicity : Atomicity.values()) {
      assertThat(shop.recordOperations().record(nowhere, batch, atomicity))
          .containsExactly(
              new RecordingOutcome.StoreUnknown(nowhere),
              new RecordingOutcome.StoreUnknown(nowhere));
    }
  }

  @Test
  void r20EachOperationOfABatchSeesWhatTheOneBeforeLeft() {
    shop.imported(order("A-1"));

    List<RecordingOutcome> outcomes =
        shop.record(
            operation("op-1", "A-1", Events.unapproved()),
            operation("op-2", "A-1", Events.unapproved()),
            operation("op-3", "A-1", Events.approved()));

    assertThat(orderChanges(recorded(outcomes.get(0)).orders().getFirst()))
        .extracting(LabelChange::previous, LabelChange::label)
        .containsExactly(tuple(Optional.of(Labels.RECEIVED), Labels.ON_HOLD));
    assertThat(orderChanges(recorded(outcomes.get(1)).orders().getFirst())).isEmpty();
    assertThat(orderChanges(recorded(outcomes.get(2)).orders().getFirst()))
        .extracting(LabelChange::previous, LabelChange::label)
        .containsExactly(tuple(Optional.of(Labels.ON_HOLD), Labels.APPROVED));
    assertThat(ledger("A-1"))
        .extracting(LedgerEntry::sequence, LedgerEntry::update)
        .doesNotHaveDuplicates()
        .hasSize(4);
  }

  @Test
  void anOperationSeesTheOrderThatTheSameBatchBroughtIn() {
    List<RecordingOutcome> outcomes =
        shop.record(
            operation("early", "A-1", Events.approved()),
            importing(order("A-1").order()),
            operation("op-1", "A-1", Events.exchanged(1, order("A-2").order())),
            operation("op-2", "A-2", Events.approved()));

    assertThat(outcomes.getFirst()).isEqualTo(new RecordingOutcome.OrderUnknown(A1));
    assertThat(outcomes.subList(1, 4))
        .allMatch(outcome -> outcome instanceof RecordingOutcome.Recorded);
    assertThat(shop.known("A-1").order().version()).isEqualTo(2);
    assertThat(shop.known("A-2").order().version()).isEqualTo(2);
    assertThat(shop.known("A-2").order().label()).contains(Labels.APPROVED);
  }

  @Test
  void aChannelThatTheSameBatchBoundTakesNoOrderThatDoesNotNameIt() {
    TestStore other =
        TestStore.create(
            storage,
            Stores.withDefaults(
                Stores.OTHER, Channels.everyEvent("cart"), Channels.everyEvent("web")));

    List<RecordingOutcome> outcomes =
        other.record(
            importing(order("A-1").withChannel("cart").order()), importing(order("A-2").order()));

    assertThat(channels(outcomes.getFirst())).containsExactly(new ChannelId("cart"));
    assertThat(channels(outcomes.getLast())).containsExactly(new ChannelId("web"));
  }

  private static List<ChannelId> channels(RecordingOutcome outcome) {
    return recorded(outcome).orders().getFirst().channels().stream()
        .map(ChannelReceipt::channel)
        .flatMap(Optional::stream)
        .toList();
  }

  @Test
  void oneRefusedOperationDoesNotKeepTheOthersFromBeingRecorded() {
    shop.imported(order("A-1"));

    List<RecordingOutcome> outcomes =
        shop.record(
            operation("op-1", "A-99", Events.approved()),
            operation("op-2", "A-1", Events.approved()),
            operation("op-3", "A-1", Events.shipped(77, 1)),
            operation("op-4", "A-1", Events.paid()));

    assertThat(outcomes.get(0)).isEqualTo(new RecordingOutcome.OrderUnknown(NOWHERE));
    recorded(outcomes.get(1));
    assertThat(outcomes.get(2)).isInstanceOf(RecordingOutcome.DataRefused.class);
    recorded(outcomes.get(3));
    assertThat(shop.known("A-1").order().version()).isEqualTo(3);
  }

  @Test
  void allOrNoneHoldsBackWhatIsFineAndLeavesItsIdsFree() {
    shop.imported(order("A-1"));
    Operation fine = operation("op-1", "A-1", Events.approved());
    var stored = shop.loaded(Set.of(A1), Set.of(fine.id()));

    assertThat(
            allOrNone(
                fine,
                operation("op-2", "A-99", Events.approved()),
                importing(order("A-2").order())))
        .containsExactly(
            new RecordingOutcome.HeldBack(fine.id()),
            new RecordingOutcome.OrderUnknown(NOWHERE),
            new RecordingOutcome.HeldBack(OperationId.ofImport(A2)));
    assertThat(shop.loaded(Set.of(A1), Set.of(fine.id()))).isEqualTo(stored);
    assertNothingIsRecordedOf("A-2", "op-1", "import:A-2");
    recorded(allOrNone(fine).getFirst());
  }

  @Test
  void allOrNoneRecordsAllWhereARepetitionIsAmongThem() {
    shop.imported(order("A-1"));
    Operation first = operation("op-1", "A-1", Events.approved());
    OperationReceipt receipt = shop.recorded(first);

    List<RecordingOutcome> outcomes = allOrNone(first, operation("op-2", "A-1", Events.paid()));

    assertThat(outcomes.getFirst()).isEqualTo(new RecordingOutcome.AlreadyRecorded(receipt));
    recorded(outcomes.getLast());
  }

  @Test
  void aTakenIdHoldsBackTheOthersOfAllOrNone() {
    shop.imported(order("A-1"));
    shop.recorded(operation("op-1", "A-1", Events.approved()));

    assertThat(
            allOrNone(
                operation("op-2", "A-1", Events.paid()), operation("op-1", "A-1", Events.packed())))
        .containsExactly(
            new RecordingOutcome.HeldBack(new OperationId("op-2")),
            new RecordingOutcome.IdTaken(new OperationId("op-1")));
    assertThat(shop.known("A-1").order().version()).isEqualTo(2);
  }

  @Test
  void ofTwoOperationsOfABatchWithOneIdTheFirstCounts() {
    shop.imported(order("A-1"));
    Operation approval = operation("op-1", "A-1", Events.approved());

    List<RecordingOutcome> outcomes =
        shop.record(approval, approval, operation("op-1", "A-1", Events.paid()));

    assertThat(outcomes)
        .containsExactly(
            outcomes.getFirst(),
            new RecordingOutcome.AlreadyRecorded(recorded(outcomes.getFirst())),
            new RecordingOutcome.IdTaken(approval.id()));
    assertThat(shop.known("A-1").order().version()).isEqualTo(2);
  }

  @Test
  void theTwinOfAnOperationThatIsHeldBackWasNotRecordedEither() {
    shop.imported(order("A-1"));
    Operation approval = operation("op-1", "A-1", Events.approved());

    assertThat(allOrNone(approval, approval, operation("op-2", "A-99", Events.approved())))
        .containsExactly(
            new RecordingOutcome.HeldBack(approval.id()),
            new RecordingOutcome.HeldBack(approval.id()),
            new RecordingOutcome.OrderUnknown(NOWHERE));
    assertThat(shop.known("A-1").order().version()).isEqualTo(1);
  }

  @Test
  void anOrderThatExistsSaysWhetherItCameOfTheSameImport() {
    shop.imported(order("A-1"));

    assertThat(
            shop.record(
                operation("op-1", "A-1", Events.imported(order("A-1").order())),
                operation("op-2", "A-1", Events.imported(order("A-1").withLines(2).order()))))
        .containsExactly(
            new RecordingOutcome.OrderExists(A1, true),
            new RecordingOutcome.OrderExists(A1, false));
    assertThat(shop.known("A-1").order().lines()).hasSize(3);
  }

  @Test
  void r18AnExchangeMakesTwoOrdersAndEachGetsItsUpdate() {
    shop.imported(order("A-1"));

    OperationReceipt receipt =
        shop.recorded(operation("op-1", "A-1", Events.exchanged(1, order("A-2").order())));

    assertThat(receipt.orders()).extracting(OrderReceipt::order).containsExactly(A1, A2);
    assertThat(receipt.orders())
        .extracting(order -> order.channels().getFirst().update())
        .doesNotHaveDuplicates()
        .allMatch(Optional::isPresent);
    for (OrderReceipt order : receipt.orders()) {
      assertThat(ledger(order.order().value()).getLast().update())
          .isEqualTo(order.channels().getFirst().update());
    }
    assertThat(shop.known("A-1").order().line(1).orElseThrow().label())
        .contains(Labels.ITEM_EXCHANGED);
  }

  @Test
  void aNewOrderThatIsThereAsAnotherRefusesTheExchangeAsAWhole() {
    shop.imported(order("A-1"));
    shop.imported(order("A-2"));
    var stored = shop.loaded("A-1", "A-2");

    assertThat(
            shop.record(
                operation("op-1", "A-1", Events.exchanged(1, order("A-2").withLines(2).order()))))
        .first()
        .isInstanceOf(RecordingOutcome.DataRefused.class);
    assertThat(shop.loaded("A-1", "A-2")).isEqualTo(stored);
  }

  @Test
  void aBatchIsNeitherEmptyNorLargerThanItsLimit() {
    SubmittedOperation one = Operations.submitted(operation("op-1", "A-1", Events.approved()));

    for (int size : new int[] {0, RecordOperations.BATCH_MAX + 1}) {
      assertThatThrownBy(() ->
              shop.recordOperations()
                  .record(shop.id(), Collections.nCopies(size, one), Atomicity.EACH))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("expected: 1..500");
    }
    assertThat(
            shop.recordOperations()
                .record(
                    shop.id(),
                    Collections.nCopies(RecordOperations.BATCH_MAX, one),
                    Atomicity.EACH))
        .hasSize(RecordOperations.BATCH_MAX);
  }
}
