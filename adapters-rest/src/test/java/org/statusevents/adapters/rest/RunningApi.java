package org.statusevents.adapters.rest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.statusevents.application.access.Access;
import org.statusevents.application.access.ManageKeys;
import org.statusevents.application.access.Role;
import org.statusevents.application.access.StoreScope;
import org.statusevents.application.channel.CartChannels;
import org.statusevents.application.configuring.Configuring;
import org.statusevents.application.delivering.ClaimedLane;
import org.statusevents.application.delivering.DeliverUpdates;
import org.statusevents.application.delivering.Delivering;
import org.statusevents.application.delivering.Lanes;
import org.statusevents.application.lookup.Lookup;
import org.statusevents.application.recording.RecordOperations;
import org.statusevents.application.recording.Recording;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.delivery.RetrySchedule;
import org.statusevents.testkit.ManualClock;
import org.statusevents.testkit.SequentialUpdateIds;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.TestStore;
import org.statusevents.testkit.memory.FakeCartChannel;
import org.statusevents.testkit.memory.FakeReadiness;
import org.statusevents.testkit.memory.InMemoryStorage;

/// The API over real HTTP on a free port, with everything behind it in memory; new for each test.
final class RunningApi implements BeforeEachCallback, AfterEachCallback {
  static {
    ApiClient.observe(new OpenApiCheck());
  }

  final ManualClock clock = new ManualClock();
  final InMemoryStorage storage = new InMemoryStorage(clock);
  final FakeCartChannel cart = new FakeCartChannel();
  final MeterRegistry measurements = new SimpleMeterRegistry();
  final FakeReadiness database = new FakeReadiness();

  private final Map<Role, String> keys = new HashMap<>();
  private final HttpApiConfig config;
  private HttpApi api;
  private int port;

  RunningApi() {
    this(HttpApiConfig.defaults("127.0.0.1", 0));
  }

  RunningApi(HttpApiConfig config) {
    this.config = config;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    api = new HttpApi(config, useCases());
    port = api.start();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    api.close();
  }

  int port() {
    return port;
  }

  /// A client with a key for all stores.
  ApiClient client(Role role) {
    return new ApiClient(
        port, Optional.of(keys.computeIfAbsent(role, _ -> key(new StoreScope.AllStores(), role))));
  }

  /// A client with a key for one store.
  ApiClient client(Role role, StoreId store) {
    return new ApiClient(port, Optional.of(key(new StoreScope.OneStore(store), role)));
  }

  /// A client without a key.
  ApiClient stranger() {
    return new ApiClient(port, Optional.empty());
  }

  /// Makes the store [Stores#SHOP] with the default labels and rules and the given channels.
  TestStore shop(Channel... channels) {
    return store(Stores.withDefaults(Stores.SHOP, channels));
  }

  TestStore store(StoreConfiguration configuration) {
    return TestStore.create(storage, configuration);
  }

  /// Sends all that is due now, as a node would.
  void deliver() {
    DeliverUpdates deliverUpdates =
        Delivering.deliverUpdates(
            storage.lanes(),
            new CartChannels(List.of(cart)),
            RetrySchedule.STANDARD,
            clock,
            clock.nanos(),
            randomness(),
            clock.pace());
    for (ClaimedLane lane :
        storage.lanes().claim(new Lanes.Room(100, 100, Map.of()), Duration.ofSeconds(45))) {
      if (!deliverUpdates.deliver(lane, clock.nanos().getAsLong()).recorded()) {
        throw new AssertionError("not recorded: " + lane.order());
      }
    }
  }

  ManageKeys manageKeys() {
    return Access.manageKeys(storage.accessKeys(), clock, randomness());
  }

  private String key(StoreScope scope, Role role) {
    return manageKeys()
        .create(scope, role, role.name().toLowerCase(Locale.ROOT), Optional.empty())
        .text();
  }

  private static RandomGenerator randomness() {
    return RandomGeneratorFactory.getDefault().create();
  }

  /// What the API drives, in memory; tests may put other parts in place.
  UseCases useCases() {
    CartChannels adapters = new CartChannels(List.of(cart));
    RecordOperations recordOperations =
        Recording.recordOperations(
            storage.transactions(), storage.orders(), adapters, new SequentialUpdateIds(7), clock);
    return new UseCases(
        new UseCases.Access(
            Access.authenticate(storage.accessKeys(), clock, randomness()), manageKeys()),
        new UseCases.Recording(
            recordOperations,
            Recording.importOrders(recordOperations, clock),
            Recording.explainOperation(storage.transactions(), storage.orders(), adapters),
            clock),
        new UseCases.Configuring(
            Configuring.changeConfiguration(
                storage.transactions(), storage.configurations(), clock),
            Configuring.putStore(storage.transactions(), storage.configurations(), clock),
            Configuring.putChannel(
                storage.transactions(),
                storage.configurations(),
                storage.channelSecrets(),
                adapters,
                storage.stoppedChannels(),
                clock),
            storage.configurations(),
            storage.channelSecrets()),
        new UseCases.Delivering(
            Delivering.tryChannel(
                storage.configurations(),
                storage.channelSecrets(),
                adapters,
                storage.stoppedChannels(),
                clock.nanos()),
            Delivering.resendUpdate(
                storage.transactions(),
                storage.orders(),
                storage.resends(),
                new SequentialUpdateIds(8),
                adapters),
            Delivering.replayUpdates(
                storage.transactions(), storage.configurations(), storage.replays(), clock),
            storage.settleParked(),
            storage.stoppedChannels()),
        new UseCases.Reading(
            storage.findOrders(),
            storage.readOrder(),
            storage.readHistory(),
            storage.readLedger(),
            storage.countLabels()),
        Lookup.lookUpStatus(storage.statusLookups(), storage.configurations(), clock),
        new UseCases.Watching(
            List.of(database), measurements, () -> "# HELP up Whether it runs.\nup 1\n"));
  }
}
