package org.statusevents.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.statusevents.application.configuring.Configurations.ChangeRecord;
import org.statusevents.application.recording.LoadedOrders;
import org.statusevents.application.recording.OperationReceipt;
import org.statusevents.application.recording.RecordOperations;
import org.statusevents.application.recording.RecordOperations.Atomicity;
import org.statusevents.application.recording.Recording;
import org.statusevents.application.recording.RecordingOutcome;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.configuration.ChangeOutcome;
import org.statusevents.domain.configuration.ConfigurationChange;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.decision.KnownOrder;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.event.OccurredEvent;
import org.statusevents.domain.event.Operation;
import org.statusevents.domain.event.OperationId;
import org.statusevents.domain.order.OrderNumber;

/// A store in a storage under test: sets it up, lets things happen in it through the use cases, and
/// looks at what came of it.
public final class TestStore {
  private final RecordingWorld world;
  private final StoreId id;
  private final ManualClock clock = new ManualClock();
  private final RecordOperations recordOperations;

  private TestStore(RecordingWorld world, StoreId id) {
    this.world = world;
    this.id = id;
    this.recordOperations =
        Recording.recordOperations(
            world.transactions(),
            world.orders(),
            () -> Map.of(Channels.ADAPTER, Channels.CAPABILITIES),
            new SequentialUpdateIds(id.hashCode()),
            clock);
  }

  /// Creates the store with version 1 of its configuration.
  @CanIgnoreReturnValue
  public static TestStore create(RecordingWorld world, StoreConfiguration configuration) {
    TestStore store = new TestStore(world, configuration.store());
    store.save(configuration, "Store created");
    return store;
  }

  /// The shop with the default labels and rules, and with these channels.
  @CanIgnoreReturnValue
  public static TestStore shop(RecordingWorld world, Channel... channels) {
    return create(world, Stores.withDefaults(Stores.SHOP, channels));
  }

  public StoreId id() {
    return id;
  }

  /// The clock that operations of the store are recorded by.
  public ManualClock clock() {
    return clock;
  }

  /// The use case that operations of the store are recorded by.
  public RecordOperations recordOperations() {
    return recordOperations;
  }

  public StoreConfiguration configuration() {
    return world.configurations().current(id).orElseThrow();
  }

  /// Applies a change that must be one.
  @CanIgnoreReturnValue
  public StoreConfiguration change(ConfigurationChange change) {
    StoreConfiguration next = ((ChangeOutcome.Changed) change.applyTo(configuration())).next();
    save(next, change.summary());
    return next;
  }

  private void save(StoreConfiguration next, String summary) {
    ChangeRecord record = new ChangeRecord(Operations.ACTOR, clock.instant(), summary);
    var _ =
        world
            .transactions()
            .inTransaction(() -> {
              world.configurations().save(next, record);
              return next;
            });
  }

  /// Records operations as one batch, each by itself.
  @CanIgnoreReturnValue
  public List<RecordingOutcome> record(Operation... operations) {
    return recordOperations.record(
        id, Stream.of(operations).map(Operations::submitted).toList(), Atomicity.EACH);
  }

  /// Records one operation that must be new and fine.
  @CanIgnoreReturnValue
  public OperationReceipt recorded(Operation operation) {
    RecordingOutcome outcome = record(operation).getFirst();
    assertThat(outcome).isInstanceOf(RecordingOutcome.Recorded.class);
    return ((RecordingOutcome.Recorded) outcome).receipt();
  }

  /// Imports an order that must be new.
  @CanIgnoreReturnValue
  public OperationReceipt imported(OrderFixture order) {
    return recorded(Operations.importing(order.order()));
  }

  /// Lets events happen to an order, as one operation, and answers the update it owes its one
  /// channel.
  @CanIgnoreReturnValue
  public UpdateId owed(String operation, String order, OccurredEvent... events) {
    return updateOf(recorded(Operations.operation(operation, order, events)));
  }

  /// The first update that an operation owes.
  public static UpdateId updateOf(OperationReceipt receipt) {
    return receipt.orders().getFirst().channels().getFirst().update().orElseThrow();
  }

  /// What is stored of those orders.
  public LoadedOrders loaded(String... numbers) {
    return loaded(numbers(numbers), Set.of());
  }

  /// What is stored of those orders and operations.
  public LoadedOrders loaded(Set<OrderNumber> numbers, Set<OperationId> operations) {
    return world.transactions().inTransaction(() -> world.orders().load(id, numbers, operations));
  }

  /// An order that must be there.
  public KnownOrder known(String number) {
    return Optional.ofNullable(loaded(number).orders().get(new OrderNumber(number)))
        .orElseThrow(() -> new AssertionError("no order " + number + " in " + id));
  }

  private static Set<OrderNumber> numbers(String... numbers) {
    return Stream.of(numbers).map(OrderNumber::new).collect(Collectors.toUnmodifiableSet());
  }
}
