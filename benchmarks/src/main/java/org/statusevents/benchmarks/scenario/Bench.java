package org.statusevents.benchmarks.scenario;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.statusevents.benchmarks.database.BenchDatabase;
import org.statusevents.benchmarks.database.BenchFailure;
import org.statusevents.benchmarks.load.Load;
import org.statusevents.benchmarks.load.LoadResult;
import org.statusevents.benchmarks.load.LoadTarget;
import org.statusevents.benchmarks.load.Receiver;
import org.statusevents.benchmarks.report.Report;
import org.statusevents.benchmarks.service.BenchStore;
import org.statusevents.benchmarks.service.Operations;
import org.statusevents.benchmarks.service.OrderRange;
import org.statusevents.benchmarks.service.ServiceProcess;
import org.statusevents.bootstrap.client.ApiClient;

/// What the scenarios of a run share: the database, one service, one store full of orders. Each is
/// made when it is first asked for.
public final class Bench implements AutoCloseable {
  static final int BATCH = 200;
  private static final Duration FILL_MAX = Duration.ofMinutes(30);
  private static final int FILL_CONNECTIONS = 2;

  private final BenchOptions options;
  private final BenchDatabase database;
  private final Report report;
  private final Path folder;
  private final String run = "r" + Long.toString(System.currentTimeMillis(), 36);
  private Optional<String> key = Optional.empty();
  private Optional<ServiceProcess> service = Optional.empty();
  private Optional<Filled> filled = Optional.empty();

  public Bench(BenchOptions options, BenchDatabase database, Report report, Path folder) {
    this.options = options;
    this.database = database;
    this.report = report;
    this.folder = folder;
  }

  /// A store with orders in it.
  record Filled(BenchStore store, Operations operations) {}

  BenchOptions options() {
    return options;
  }

  Report report() {
    return report;
  }

  BenchDatabase.Address database() {
    return database.address();
  }

  /// Tells whoever waits what is going on.
  static void say(String text) {
    System.err.println("  " + text);
  }

  private synchronized String key() {
    String made = key.orElseGet(() -> options.program().createKey(database.address(), folder));
    key = Optional.of(made);
    return made;
  }

  synchronized ServiceProcess service() {
    String _ = key();
    ServiceProcess running =
        service.orElseGet(
            () -> ServiceProcess.start(options.program(), database.address(), folder));
    service = Optional.of(running);
    return running;
  }

  synchronized void stopService() {
    service.ifPresent(ServiceProcess::close);
    service = Optional.empty();
  }

  Load load(int connections) {
    return new Load(new LoadTarget("127.0.0.1", service().port(), key()), connections);
  }

  private ApiClient api() {
    return new ApiClient(URI.create("http://127.0.0.1:" + service().port()), key());
  }

  /// The store as the service that runs now has it.
  BenchStore store() {
    return BenchStore.create(api(), "bench-" + run);
  }

  Operations operations(OrderRange orders, String part) {
    return new Operations("bench-" + run, run + part, orders);
  }

  /// The store of the run with its orders, imported through batches the first time.
  synchronized Filled filled() {
    Filled made = filled.orElseGet(this::fill);
    filled = Optional.of(made);
    return made;
  }

  private Filled fill() {
    BenchStore store = store();
    int orders = options.orders();
    Operations operations = operations(new OrderRange("B", 1_000_000, orders), "");
    say("importing " + orders + " orders of three lines");
    try (Load load = load(FILL_CONNECTIONS)) {
      int batches = Math.ceilDiv(orders, BATCH);
      LoadResult result = load.times(operations.imports(BATCH), batches, FILL_MAX);
      if (result.succeeded() != batches) {
        throw new BenchFailure("not all orders were imported: " + result.summary());
      }
    }
    database.address().execute("analyze");
    return new Filled(store, operations);
  }

  synchronized boolean hasStore() {
    return filled.isPresent();
  }

  /// After the service was started anew, which may listen elsewhere now.
  synchronized void renewStore() {
    filled = filled.map(known -> new Filled(store(), known.operations()));
  }

  /// A receiver with a channel of that name to it; both end together.
  ReceivingChannel receiving(String channel) {
    return new ReceivingChannel(filled().store(), channel, new Receiver());
  }

  @Override
  public void close() {
    stopService();
  }

  /// A receiver and the channel that brings it updates. Shut at first.
  record ReceivingChannel(BenchStore store, String channel, Receiver receiver)
      implements AutoCloseable {
    ReceivingChannel {
      store.channel(channel, receiver.address(), true);
    }

    @Override
    public void close() {
      try {
        store.channel(channel, receiver.address(), false);
      } finally {
        receiver.close();
      }
    }
  }
}
