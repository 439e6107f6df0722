package org.statusevents.benchmarks.faults.driving;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.statusevents.benchmarks.database.BenchDatabase.Address;
import org.statusevents.benchmarks.database.BenchFailure;
import org.statusevents.benchmarks.database.CrashableDatabase;
import org.statusevents.benchmarks.faults.checking.Checker;
import org.statusevents.benchmarks.faults.checking.Evidence;
import org.statusevents.benchmarks.faults.checking.Limits;
import org.statusevents.benchmarks.faults.journal.Entry;
import org.statusevents.benchmarks.faults.journal.Journal;
import org.statusevents.benchmarks.faults.network.Namespaces;
import org.statusevents.benchmarks.faults.proxy.FaultProxy;
import org.statusevents.benchmarks.faults.receiving.FaultShares;
import org.statusevents.benchmarks.faults.receiving.FaultyReceiver;
import org.statusevents.benchmarks.service.BenchStore;
import org.statusevents.bootstrap.client.ApiClient;
import org.statusevents.bootstrap.database.TemporaryFolder;
import org.statusevents.bootstrap.wiring.Shutdown;

/// One run: nodes, clients and receivers, harm as planned, then quiet, then judgement. Closing it
/// ends whatever it started, also in the middle.
public final class FaultRun implements AutoCloseable {
  /// How many lanes of a channel a node may have in hand.
  private static final int LANES_PER_CHANNEL = 32;

  private static final String STORE = "faults";
  private static final String LOOPBACK = "127.0.0.1";
  private static final long SAY_MILLIS = 5_000;
  private static final long DRAIN_SECONDS_MAX = 600;
  private static final long HARM_SECONDS_MAX = 60;
  private static final long QUIET_MILLIS = 2_000;

  private final FaultOptions options;
  private final CrashableDatabase database;
  private final Path folder;
  private final Shutdown parts = new Shutdown();
  private final List<Node> nodes = new ArrayList<>();
  private final List<Door> doors = new ArrayList<>();
  private final Optional<Namespaces> namespaces;

  /// Everything on loopback. Journals are written to `folder`.
  public FaultRun(FaultOptions options, CrashableDatabase database, Path folder) {
    this(options, database, folder, Optional.empty());
  }

  /// Each node in its namespace where there are any; they stay the caller's to close.
  public FaultRun(
      FaultOptions options,
      CrashableDatabase database,
      Path folder,
      Optional<Namespaces> namespaces) {
    this.options = options;
    this.database = database;
    this.folder = folder;
    this.namespaces = namespaces;
  }

  public FaultOutcome run() {
    Journal faults = journal("faults");
    Journal receivers = journal("receivers");
    Journal asked = journal("clients");
    Workload workload = new Workload(options);
    FaultPlan plan = FaultPlan.of(options);
    Progress progress = new Progress(plan);
    Path data = parts.add("folder", TemporaryFolder.create()).path();
    String key = options.program().createKey(database.address(), data);
    startNodes(data);
    startReceivers(receivers, key);
    Clients clients =
        parts.add("clients", new Clients(nodes, STORE, key, asked, options.clients()));
    say("importing " + options.orders() + " orders");
    clients.ask(options.orders(), workload::imported, new Progress(new FaultPlan(List.of())));
    long began = System.nanoTime();
    harmWhile(
        plan, progress, faults, () -> clients.ask(options.events(), workload::event, progress));
    long asking = System.nanoTime() - began;
    SnapshotReader reader = new SnapshotReader(database.address(), STORE);
    long drained = System.nanoTime();
    long left = drain(reader);
    double drainSeconds = (System.nanoTime() - drained) / 1e9;
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(QUIET_MILLIS));
    parts.close();
    List<Entry> entries = new ArrayList<>();
    for (String name : List.of("clients", "receivers", "faults")) {
      entries.addAll(Journal.read(path(name)));
    }
    Evidence evidence =
        Evidence.of(entries, reader.read(), Limits.of(options.nodes(), LANES_PER_CHANNEL));
    return new FaultOutcome(evidence, Checker.check(evidence), left, asking / 1e9, drainSeconds);
  }

  private Journal journal(String name) {
    return parts.add(name, Journal.create(path(name)));
  }

  private Path path(String name) {
    return folder.resolve(name + ".journal");
  }

  private void startNodes(Path data) {
    say("starting " + options.nodes() + " nodes");
    for (int i = 1; i <= options.nodes(); i++) {
      Node node = parts.add("node", node(i, data));
      nodes.add(node);
      node.start();
    }
  }

  private Node node(int number, Path data) {
    Address real = database.address();
    String host = namespaces.map(Namespaces::database).orElse(LOOPBACK);
    FaultProxy proxy = parts.add("proxy", FaultProxy.before(real.port(), host));
    return new Node(
        number,
        options.program(),
        data,
        proxy,
        new Address(host, proxy.port(), real.name(), real.user(), real.password()),
        namespaces.map(all -> all.of(number)));
  }

  private void startReceivers(Journal journal, String key) {
    String host = namespaces.map(Namespaces::receivers).orElse(LOOPBACK);
    try (ApiClient api = new ApiClient(URI.create(nodes.getFirst().url().orElseThrow()), key)) {
      BenchStore store = BenchStore.create(api, STORE);
      FaultShares shares = FaultShares.of(options.seed(), options.faultShare());
      for (int i = 0; i < options.channels(); i++) {
        String channel = Workload.channel(i);
        FaultyReceiver receiver =
            parts.add(channel, FaultyReceiver.start(channel, shares, journal));
        FaultProxy proxy = parts.add(channel, FaultProxy.before(receiver.port(), host));
        doors.add(new Door(channel, proxy));
        store.channel(channel, URI.create("http://" + host + ":" + proxy.port() + "/"), true);
      }
    }
  }

  private void harmWhile(FaultPlan plan, Progress progress, Journal journal, Runnable asking) {
    Spells spells = new Spells(journal);
    Saboteur saboteur = new Saboteur(database, nodes, doors, spells, options.seed());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> harming = threads.submit(() -> harm(plan, progress, saboteur, spells));
      // Closed first: who waits for a turn goes home, and no harm is done to what is being closed.
      AutoCloseable _ = parts.add("harm", () -> harming.get(HARM_SECONDS_MAX, TimeUnit.SECONDS));
      AutoCloseable _ = parts.add("spells", spells);
      AutoCloseable _ = parts.add("saboteur", saboteur);
      AutoCloseable _ = parts.add("progress", progress::end);
      Future<?> saying = threads.submit(() -> sayProgress(progress));
      asking.run();
      Object _ = harming.get();
      boolean _ = saying.cancel(true);
    } catch (ExecutionException e) {
      throw new BenchFailure("the harm cannot be done: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("interrupted", e);
    }
  }

  private static void harm(FaultPlan plan, Progress progress, Saboteur saboteur, Spells spells) {
    try {
      for (int i = 0; i < plan.steps().size() && progress.isDue(i); i++) {
        saboteur.harm(plan.steps().get(i).kind());
        progress.faultDone();
      }
      spells.await();
    } catch (RuntimeException e) {
      progress.end();
      throw e;
    }
  }

  private void sayProgress(Progress progress) {
    while (!Thread.currentThread().isInterrupted()) {
      say(
          "%d of %d events, %d of %d faults"
              .formatted(
                  progress.eventsSettled(),
                  options.events(),
                  progress.faults(),
                  options.faultCount()));
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(SAY_MILLIS));
    }
  }

  /// Waits until nothing is owed any more. Answers what is left when its patience is over.
  private static long drain(SnapshotReader reader) {
    long began = System.nanoTime();
    long said = began;
    Optional<Long> left = reader.waiting();
    while (left.orElse(1L) > 0
        && System.nanoTime() - began < TimeUnit.SECONDS.toNanos(DRAIN_SECONDS_MAX)) {
      if (System.nanoTime() - said > TimeUnit.MILLISECONDS.toNanos(SAY_MILLIS)) {
        say("waiting for " + left.map(Object::toString).orElse("?") + " updates");
        said = System.nanoTime();
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
      left = reader.waiting();
    }
    return left.orElseThrow(() -> new BenchFailure("the database is away"));
  }

  private static void say(String text) {
    System.err.println("  " + text);
  }

  @Override
  public void close() {
    parts.close();
  }
}
