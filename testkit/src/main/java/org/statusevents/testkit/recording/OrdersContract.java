package org.statusevents.testkit.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.statusevents.testkit.OrderFixture.order;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.statusevents.application.recording.DecidedOperation;
import org.statusevents.application.recording.LoadedOrders;
import org.statusevents.application.recording.LoadedOrders.StoredOperation;
import org.statusevents.application.recording.OperationReceipt;
import org.statusevents.application.recording.RecordOperations;
import org.statusevents.application.recording.RecordingOutcome;
import org.statusevents.application.transaction.ConcurrentChange;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.ConfigurationChange;
import org.statusevents.domain.decision.AppliedEvent;
import org.statusevents.domain.decision.Decider;
import org.statusevents.domain.decision.Decision.Decided;
import org.statusevents.domain.decision.KnownOrder;
import org.statusevents.domain.decision.Policy;
import org.statusevents.domain.event.Operation;
import org.statusevents.domain.event.OperationId;
import org.statusevents.domain.label.LabelKind;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.label.StatusLabel;
import org.statusevents.domain.order.Order;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.domain.order.Parcel;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.Labels;
import org.statusevents.testkit.ManualClock;
import org.statusevents.testkit.Operations;
import org.statusevents.testkit.OrderFixture;
import org.statusevents.testkit.RecordingWorld;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.TestStore;

/// What [org.statusevents.application.recording.Orders] promises of orders and operations. What it
/// promises of history and lanes is in the contracts of those who read them.
public interface OrdersContract {
  RecordingWorld world();

  private TestStore shop() {
    return TestStore.shop(world(), Channels.everyEvent("web"));
  }

  private TestStore other() {
    return TestStore.create(world(), Stores.withDefaults(Stores.OTHER, Channels.everyEvent("web")));
  }

  /// What `operation` means on what is stored now.
  private static Decided decided(TestStore store, Operation operation) {
    LoadedOrders loaded = store.loaded(Decider.ordersTouchedBy(operation), Set.of());
    Policy policy =
        new Policy(
            loaded.configuration().orElseThrow(),
            Map.of(Channels.ADAPTER, Channels.CAPABILITIES),
            loaded.boundChannels());
    return (Decided) Decider.decide(operation, loaded.orders(), policy);
  }

  private static Order after(Decided decision) {
    return decision.orders().getFirst().after();
  }

  @Test
  default void ordersAndOperationsThatDoNotExistAreAbsent() {
    LoadedOrders loaded =
        shop().loaded(Set.of(new OrderNumber("A-1")), Set.of(new OperationId("op-1")));

    assertThat(loaded.configuration()).isPresent();
    assertThat(loaded.orders()).isEmpty();
    assertThat(loaded.operations()).isEmpty();
    assertThat(loaded.boundChannels()).isEmpty();
  }

  @Test
  default void aStoreThatDoesNotExistHasNoConfiguration() {
    LoadedOrders loaded =
        world()
            .transactions()
            .inTransaction(() ->
                world()
                    .orders()
                    .loadForUpdate(
                        Stores.SHOP,
                        Set.of(new OrderNumber("A-1")),
                        Set.of(new OperationId("op-1"))));

    assertThat(loaded).isEqualTo(new LoadedOrders(Optional.empty(), Set.of(), Map.of(), Map.of()));
  }

  @Test
  default void theConfigurationInForceIsLoaded() {
    TestStore shop = shop();

    assertThat(shop.loaded("A-1").configuration()).contains(shop.configuration());
  }

  @Test
  default void aNewOrderIsStoredAsDecided() {
    TestStore shop = shop();
    OrderFixture fixture =
        order("A-1")
            .withCartOrderNumber("W 5001/ä")
            .withChannel("web")
            .withOrderedAt(ManualClock.START.plusNanos(123_456_000));
    Order expected = after(decided(shop, Operations.importing(fixture.order())));

    shop.imported(fixture);

    KnownOrder known = shop.known("A-1");
    assertThat(known.order()).isEqualTo(expected);
    assertThat(known.importFingerprint()).isEqualTo(fixture.order().fingerprint());
  }

  @Test
  default void everyFactOfAnOrderComesBackAsItWas() {
    TestStore shop = shop();
    shop.imported(order("A-1").withLines(5));
    Operation eventful =
        Operations.operation(
            "op-1",
            "A-1",
            Events.expected(1, 2),
            Events.shipped(1, 3),
            Events.returned(1, 2),
            Events.lineCancelled(2, 1),
            Events.tracked("UPS", "1Z999AA10123456784"),
            Events.tracked(
                new Parcel(
                    "",
                    "Δ & <b>",
                    Optional.empty(),
                    List.of(new Parcel.ParcelLine(1, 2), new Parcel.ParcelLine(3, 4)))),
            Events.exchanged(4, order("A-2").order()),
            Events.cancelled(),
            Events.linesLabelled(Labels.PAID, 5));
    Order expected = after(decided(shop, eventful));

    shop.recorded(eventful);

    assertThat(shop.known("A-1").order()).isEqualTo(expected);
  }

  @Test
  default void loadingForUpdateSeesTheSameAsLoading() {
    TestStore shop = shop();
    shop.imported(order("A-1").withChannel("web"));
    shop.recorded(Operations.operation("op-1", "A-1", Events.tracked("UPS", "1Z1")));
    Set<OrderNumber> numbers = Set.of(new OrderNumber("A-1"), new OrderNumber("A-2"));
    Set<OperationId> ids = Set.of(new OperationId("op-1"), new OperationId("op-2"));

    LoadedOrders locked =
        world()
            .transactions()
            .inTransaction(() -> world().orders().loadForUpdate(shop.id(), numbers, ids));

    assertThat(locked).isEqualTo(shop.loaded(numbers, ids));
    assertThat(locked.orders()).containsOnlyKeys(new OrderNumber("A-1"));
    assertThat(locked.operations()).containsOnlyKeys(new OperationId("op-1"));
  }

  @Test
  default void onlyTheOrdersAskedForAreLoaded() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    shop.imported(order("A-2"));

    assertThat(shop.loaded("A-2").orders()).containsOnlyKeys(new OrderNumber("A-2"));
    assertThat(shop.loaded().orders()).isEmpty();
  }

  @Test
  default void numbersThatDifferInCaseAreDifferentOrders() {
    TestStore shop = shop();
    shop.imported(order("a-1"));

    assertThat(shop.loaded("A-1").orders()).isEmpty();
    assertThat(shop.record(Operations.importing(order("A-1").withLines(1).order())))
        .first()
        .isInstanceOf(RecordingOutcome.Recorded.class);
    assertThat(shop.known("a-1").order().lines()).hasSize(3);
    assertThat(shop.known("A-1").order().lines()).hasSize(1);
  }

  @Test
  default void storesWithEqualNumbersAndIdsAreKeptApart() {
    TestStore shop = shop();
    TestStore other = other();
    shop.imported(order("A-1"));

    assertThat(other.loaded("A-1").orders()).isEmpty();
    other.imported(order("A-1").withLines(1));
    OperationReceipt ours = shop.recorded(Operations.operation("op-1", "A-1", Events.approved()));
    OperationId id = new OperationId("op-1");
    assertThat(other.loaded(Set.of(), Set.of(id)).operations()).isEmpty();
    OperationReceipt theirs = other.recorded(Operations.operation("op-1", "A-1", Events.paid()));

    assertThat(shop.known("A-1").order().label()).contains(Labels.APPROVED);
    assertThat(shop.known("A-1").order().lines()).hasSize(3);
    assertThat(other.known("A-1").order().label()).contains(Labels.PAID);
    assertThat(other.known("A-1").order().lines()).hasSize(1);
    assertThat(shop.loaded(Set.of(), Set.of(id)).operations().values())
        .extracting(StoredOperation::receipt)
        .containsExactly(ours);
    assertThat(other.loaded(Set.of(), Set.of(id)).operations().values())
        .extracting(StoredOperation::receipt)
        .containsExactly(theirs);
  }

  @Test
  default void anOperationIsFoundAgainWithItsDigestAndReceipt() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    Operation operation =
        Operations.operation(
            "op-1",
            "A-1",
            Events.exchanged(2, order("A-2").order()),
            Events.packed(),
            Events.packed());
    OperationReceipt receipt = shop.recorded(operation);

    Map<OperationId, StoredOperation> found =
        shop.loaded(Set.of(), Set.of(new OperationId("op-1"), new OperationId("op-2")))
            .operations();

    assertThat(found)
        .containsOnly(
            Map.entry(
                operation.id(),
                new StoredOperation(Operations.submitted(operation).digest(), receipt)));
    assertThat(receipt.orders()).hasSize(2);
  }

  @Test
  default void severalOperationsOnOneOrderInOneBatchFollowOneAnother() {
    TestStore shop = shop();

    List<RecordingOutcome> outcomes =
        shop.record(
            Operations.importing(order("A-1").order()),
            Operations.operation("op-1", "A-1", Events.approved()),
            Operations.operation("op-2", "A-1", Events.exchanged(1, order("A-2").order())),
            Operations.operation("op-3", "A-2", Events.paid()),
            Operations.operation("op-4", "A-1", Events.packed()));

    assertThat(outcomes).hasOnlyElementsOfType(RecordingOutcome.Recorded.class);
    assertThat(shop.known("A-1").order().version()).isEqualTo(4);
    assertThat(shop.known("A-1").order().label()).contains(Labels.PACKED);
    assertThat(shop.known("A-2").order().version()).isEqualTo(2);
    assertThat(shop.known("A-2").order().label()).contains(Labels.PAID);
  }

  @Test
  default void anOrderThatAroseFromAnExchangeIsAnOrderLikeAnyOther() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    Operation exchange =
        Operations.operation("op-1", "A-1", Events.exchanged(2, order("A-2").order()));
    Decided expected = decided(shop, exchange);

    shop.recorded(exchange);

    assertThat(shop.known("A-1").order()).isEqualTo(expected.orders().getFirst().after());
    assertThat(shop.known("A-2").order()).isEqualTo(expected.orders().getLast().after());
    assertThat(shop.known("A-2").importFingerprint()).isEqualTo(order("A-2").order().fingerprint());
  }

  @Test
  default void channelsThatOrdersNameAreBoundWhetherConfiguredOrNot() {
    TestStore shop = shop();
    TestStore other = other();
    shop.imported(order("A-1").withChannel("web"));
    shop.imported(order("A-2").withChannel("not-yet"));
    shop.imported(order("A-3").withChannel("web"));
    shop.imported(order("A-4"));

    assertThat(shop.loaded("A-4").boundChannels())
        .containsExactlyInAnyOrder(new ChannelId("web"), new ChannelId("not-yet"));
    assertThat(other.loaded("A-4").boundChannels()).isEmpty();
  }

  @Test
  default void anOperationIdThatWasTakenInBetweenIsALostRace() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    shop.imported(order("A-2"));
    DecidedOperation late =
        undelivered(shop, Operations.operation("op-1", "A-2", Events.approved()));
    shop.recorded(Operations.operation("op-1", "A-1", Events.paid()));

    assertThatThrownBy(() -> save(shop, late)).isInstanceOf(ConcurrentChange.class);
    assertThat(shop.known("A-2").order().version()).isEqualTo(1);
    assertThat(shop.loaded(Set.of(), Set.of(late.receipt().id())).operations().values())
        .extracting(operation -> operation.receipt().orders().getFirst().order())
        .containsExactly(new OrderNumber("A-1"));
  }

  @Test
  default void aNewOrderThatWasTakenInBetweenIsALostRace() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    DecidedOperation late =
        undelivered(
            shop, Operations.operation("op-1", "A-1", Events.exchanged(1, order("A-2").order())));
    shop.imported(order("A-2").withLines(1));

    assertThatThrownBy(() -> save(shop, late)).isInstanceOf(ConcurrentChange.class);
    assertThat(shop.known("A-1").order().version()).isEqualTo(1);
    assertThat(shop.known("A-2").order().lines()).hasSize(1);
    assertThat(shop.loaded(Set.of(), Set.of(new OperationId("op-1"))).operations()).isEmpty();
  }

  private static OperationReceipt.EventReceipt unsent(AppliedEvent applied) {
    return new OperationReceipt.EventReceipt(
        applied.sequence(), applied.event().type().key(), applied.changes(), List.of());
  }

  /// A decision for later, without updates.
  private static DecidedOperation undelivered(TestStore store, Operation operation) {
    Decided decision = decided(store, operation);
    OperationReceipt receipt =
        new OperationReceipt(
            operation.id(),
            operation.source(),
            operation.actor(),
            operation.occurredAt(),
            ManualClock.START,
            decision.configurationVersion(),
            decision.orders().stream()
                .map(order ->
                    new OperationReceipt.OrderReceipt(
                        order.after().number(),
                        order.after().label(),
                        order.after().version(),
                        List.of(),
                        order.applied().stream().map(OrdersContract::unsent).toList(),
                        List.of()))
                .toList());
    return new DecidedOperation(decision, receipt, "digest");
  }

  private void save(TestStore store, DecidedOperation operation) {
    var _ =
        world()
            .transactions()
            .inTransaction(() -> {
              world().orders().save(store.id(), List.of(operation));
              return operation;
            });
  }

  @Test
  default void theLargestOrderAndTheLongestTextsAreStored() {
    TestStore shop = shop();
    String number = "A".repeat(64);
    shop.imported(order(number).withLines(1_000).withCartOrderNumber("ß".repeat(100)));
    LabelText longest = new LabelText("Ü".repeat(LabelText.LENGTH_MAX));
    shop.change(new ConfigurationChange.SetLabel(StatusLabel.of(longest.value(), LabelKind.OTHER)));
    Operation relabelling =
        Operations.operation("o".repeat(200), number, Events.orderLabelled(longest));
    Order expected = after(decided(shop, relabelling));

    shop.recorded(relabelling);

    assertThat(shop.known(number).order()).isEqualTo(expected);
    assertThat(expected.lines()).hasSize(1_000);
    assertThat(expected.label()).contains(longest);
  }

  @Test
  default void theLargestBatchIsStoredWhole() {
    TestStore shop = shop();
    Operation[] batch =
        IntStream.rangeClosed(1, RecordOperations.BATCH_MAX)
            .mapToObj(i -> Operations.importing(order("A-" + i).withLines(1).order()))
            .toArray(Operation[]::new);

    assertThat(shop.record(batch))
        .hasSize(RecordOperations.BATCH_MAX)
        .hasOnlyElementsOfType(RecordingOutcome.Recorded.class);
    assertThat(shop.known("A-1").order().version()).isEqualTo(1);
    assertThat(shop.known("A-500").order().version()).isEqualTo(1);
  }
}
