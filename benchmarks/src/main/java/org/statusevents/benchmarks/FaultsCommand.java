package org.statusevents.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.statusevents.benchmarks.database.BenchFailure;
import org.statusevents.benchmarks.database.CrashableDatabase;
import org.statusevents.benchmarks.database.Databases;
import org.statusevents.benchmarks.faults.driving.FaultMix;
import org.statusevents.benchmarks.faults.driving.FaultOptions;
import org.statusevents.benchmarks.faults.driving.FaultOutcome;
import org.statusevents.benchmarks.faults.driving.FaultRun;
import org.statusevents.benchmarks.faults.journal.FaultKind;
import org.statusevents.benchmarks.faults.network.Namespaces;
import org.statusevents.benchmarks.report.Report;
import org.statusevents.bootstrap.wiring.Shutdown;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `statusevents bench faults`: ends with 0 when every rule holds and nothing is left, else with 1.
@Command(
    name = "faults",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Kills nodes and databases under load and judges what comes of it.",
    footer = {
      "",
      "Without options this is the short run. --long takes the sizes of the long one, which single",
      "options then change. The same --seed gives the same plan of harm and the same faulty calls."
    })
final class FaultsCommand implements Callable<Integer> {
  private static final String LOOPBACK = "loopback for all, partitions by the proxy";

  @Option(names = "--long", description = "500,000 events, 3 nodes, every kind of harm")
  private boolean longRun;

  @Option(names = "--seed", description = "(${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(names = "--nodes", description = "(2; long: 3)")
  private Optional<Integer> nodes = Optional.empty();

  @Option(names = "--events", description = "(20000; long: 500000)")
  private Optional<Integer> events = Optional.empty();

  @Option(names = "--orders", description = "(2000; long: 20000)")
  private Optional<Integer> orders = Optional.empty();

  @Option(names = "--kills", description = "nodes killed with signal 9 (20; long: 200)")
  private Optional<Integer> kills = Optional.empty();

  @Option(names = "--stops", description = "immediate stops of PostgreSQL (5; long: 25)")
  private Optional<Integer> stops = Optional.empty();

  @Option(names = "--terminated", description = "sessions ended (10; long: 50)")
  private Optional<Integer> terminated = Optional.empty();

  @Option(names = "--frozen", description = "nodes that stand still for 15 to 60 s (0; long: 20)")
  private Optional<Integer> frozen = Optional.empty();

  @Option(names = "--crashes", description = "signal 9 to PostgreSQL's first process (0; long: 25)")
  private Optional<Integer> crashes = Optional.empty();

  @Option(
      names = "--partitions",
      description =
          "nodes cut off from all, from the database or from receivers; without namespaces by the"
              + " proxy (0; long: 40)")
  private Optional<Integer> partitions = Optional.empty();

  @Option(
      names = "--disturbances",
      description =
          "connections to the database or a receiver late, slow, cut, silent, refused, closed late,"
              + " or without the answer (0; long: 54)")
  private Optional<Integer> disturbances = Optional.empty();

  @Option(
      names = "--namespaces",
      negatable = true,
      description =
          "each node in a network namespace of its own; needs root and ip (no; long: where they are"
              + " there)")
  private Optional<Boolean> namespaces = Optional.empty();

  @Option(names = "--share", description = "share of faulty calls (0.3; long: 0.1)")
  private Optional<Double> share = Optional.empty();

  @Option(names = "--clients", description = "(16; long: 48)")
  private Optional<Integer> clients = Optional.empty();

  @Option(names = "--channels", description = "(${DEFAULT-VALUE})")
  private int channels = 4;

  @Option(names = "--embedded", description = "use the embedded database")
  private boolean embedded;

  @Option(
      names = "--journals",
      paramLabel = "DIR",
      description = "where journals are kept (${DEFAULT-VALUE})")
  private Path journals = Path.of("target/faults");

  @Option(names = "--json", paramLabel = "FILE", description = "also write the figures there")
  private Optional<Path> json = Optional.empty();

  @Override
  public Integer call() throws IOException {
    Path root = Files.createDirectories(journals.toAbsolutePath());
    Path folder = Files.createTempDirectory(root, "run-");
    Report report = new Report();
    FaultOutcome outcome;
    try (Shutdown parts = new Shutdown()) {
      Thread stop = Thread.ofPlatform().name("stop").unstarted(parts::close);
      Runtime.getRuntime().addShutdownHook(stop);
      CrashableDatabase database =
          parts.add("database", embedded ? Databases.embedded() : Databases.temporary());
      Optional<Namespaces> networks = networks(parts, report);
      FaultOptions options = options(folder.resolve("nodes.log"), networks.isPresent());
      Machine.describe(report, database);
      report.condition("seed", Long.toString(seed));
      report.condition("share of faulty calls", Double.toString(options.faultShare()));
      report.condition("journals", folder.toString());
      FaultRun run = parts.add("run", new FaultRun(options, database, folder, networks));
      outcome = run.run();
    }
    outcome.addTo(report);
    System.out.print(report.table());
    if (json.isPresent()) {
      Path _ = Files.writeString(json.get(), report.json());
    }
    return outcome.passed() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  /// Those that were asked for must be there; the long run does without where it has to.
  private Optional<Namespaces> networks(Shutdown parts, Report report) {
    Optional<String> hindrance = Namespaces.hindrance();
    if (!inNamespaces(hindrance)) {
      String why = longRun && namespaces.isEmpty() ? ": " + hindrance.orElse("") : "";
      report.condition("networks", LOOPBACK + why);
      return Optional.empty();
    }
    if (hindrance.isPresent()) {
      throw new BenchFailure("no namespaces can be made: " + hindrance.get());
    }
    Namespaces networks = parts.add("namespaces", new Namespaces());
    try {
      networks.open(size(nodes, 2, 3));
    } catch (BenchFailure e) {
      if (namespaces.isPresent()) {
        throw e;
      }
      networks.close();
      report.condition("networks", LOOPBACK + ": " + e.getMessage());
      return Optional.empty();
    }
    report.condition("networks", "a namespace for each node, partitions by link and route");
    return Optional.of(networks);
  }

  boolean inNamespaces(Optional<String> hindrance) {
    return namespaces.orElse(longRun && hindrance.isEmpty());
  }

  FaultMix mix(boolean inNamespaces) {
    return new FaultMix()
        .with(FaultKind.NODE_KILLED, size(kills, 20, 200))
        .with(FaultKind.DATABASE_STOPPED, size(stops, 5, 25))
        .with(FaultKind.DATABASE_KILLED, size(crashes, 0, 25))
        .with(FaultKind.BACKEND_TERMINATED, size(terminated, 10, 50))
        .with(FaultKind.NODE_FROZEN, size(frozen, 0, 20))
        .withPartitions(size(partitions, 0, 40), inNamespaces)
        .withDisturbances(size(disturbances, 0, 54));
  }

  private FaultOptions options(Path log, boolean inNamespaces) {
    return new FaultOptions(
        Packaged.program(log),
        seed,
        size(nodes, 2, 3),
        channels,
        size(orders, 2_000, 20_000),
        size(events, 20_000, 500_000),
        size(clients, 16, 48),
        share.orElse(longRun ? 0.1 : 0.3),
        mix(inNamespaces).counts());
  }

  private int size(Optional<Integer> asked, int inShort, int inLong) {
    return asked.orElse(longRun ? inLong : inShort);
  }
}
