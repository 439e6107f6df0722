package org.statusevents.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.statusevents.benchmarks.database.BenchDatabase;
import org.statusevents.benchmarks.database.BenchFailure;
import org.statusevents.benchmarks.database.Databases;
import org.statusevents.benchmarks.database.Yardsticks;
import org.statusevents.benchmarks.report.Report;
import org.statusevents.benchmarks.scenario.Batches;
import org.statusevents.benchmarks.scenario.Bench;
import org.statusevents.benchmarks.scenario.BenchOptions;
import org.statusevents.benchmarks.scenario.Comparison;
import org.statusevents.benchmarks.scenario.DeadChannels;
import org.statusevents.benchmarks.scenario.Decide;
import org.statusevents.benchmarks.scenario.Deliveries;
import org.statusevents.benchmarks.scenario.Growth;
import org.statusevents.benchmarks.scenario.HeldSnapshot;
import org.statusevents.benchmarks.scenario.Scenario;
import org.statusevents.benchmarks.scenario.Search;
import org.statusevents.benchmarks.scenario.Singles;
import org.statusevents.benchmarks.scenario.StartUp;
import org.statusevents.bootstrap.database.TemporaryFolder;
import org.statusevents.bootstrap.wiring.Shutdown;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `statusevents bench`: ends with 0 when it ran, whatever the figures, with 1 when it could not,
/// with 2 when the command line makes no sense.
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    subcommands = FaultsCommand.class,
    description = "Measures the program beside plain PostgreSQL and other libraries.",
    footer = {
      "",
      "Scenarios: yardsticks, singles, batches, deliveries, comparison, dead-channels, search,",
      "start-up, decide, growth, snapshot. All but the last two run unless --only names some. See",
      "docs/benchmarks.md."
    })
public final class BenchCommand implements Callable<Integer> {
  private static final String YARDSTICKS = "yardsticks";
  private static final Set<String> LONG = Set.of("growth", "snapshot");
  private static final String PASSWORD = "STATUSEVENTS_DATABASE_PASSWORD";

  private static final List<Scenario> SCENARIOS =
      List.of(
          new Singles(),
          new Batches(),
          new Deliveries(),
          new Comparison(),
          new DeadChannels(),
          new Search(),
          new StartUp(),
          new Decide(),
          new Growth(),
          new HeldSnapshot());

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--only", split = ",", paramLabel = "NAME", description = "these scenarios only")
  private Set<String> only = Set.of();

  @Option(names = "--seconds", description = "how long each rate is measured (${DEFAULT-VALUE})")
  private int seconds = 20;

  @Option(names = "--warm-up", description = "seconds before that (${DEFAULT-VALUE})")
  private int warmUp = 30;

  @Option(names = "--orders", description = "orders in the store (${DEFAULT-VALUE})")
  private int orders = 200_000;

  @Option(names = "--updates", description = "updates to deliver, after as many (${DEFAULT-VALUE})")
  private int updates = 40_000;

  @Option(
      names = "--delivery-rate",
      description = "operations/s that come in while delivering (${DEFAULT-VALUE})")
  private int deliveryRate = 2_400;

  @Option(names = "--scale", description = "1 = 5 million orders in growth (${DEFAULT-VALUE})")
  private double scale = 1;

  @Option(
      names = "--held",
      paramLabel = "SECONDS",
      description = "how long a snapshot is held under load (${DEFAULT-VALUE})")
  private int held = 600;

  @Option(names = "--full", description = "yardsticks at 1 and 8 clients too")
  private boolean full;

  @Option(
      names = "--yardsticks",
      paramLabel = "DIR",
      description = "pgbench scripts to compare with (${DEFAULT-VALUE})")
  private Path yardsticks = Path.of("../shared/bench");

  @Option(
      names = "--database",
      paramLabel = "URL",
      description =
          "JDBC address of a database to use instead of one made for the run; its"
              + " password comes from STATUSEVENTS_DATABASE_PASSWORD")
  private Optional<String> database = Optional.empty();

  @Option(
      names = "--embedded",
      description = "use the embedded database even where the machine has PostgreSQL programs")
  private boolean embedded;

  @Option(names = "--user", description = "who to be there (${DEFAULT-VALUE})")
  private String user = "postgres";

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = "where the service logs to (${DEFAULT-VALUE})")
  private Path log = Path.of("target/bench-service.log");

  @Option(names = "--json", paramLabel = "FILE", description = "also write the figures there")
  private Optional<Path> json = Optional.empty();

  private BenchCommand() {}

  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new BenchCommand())
            .setExecutionExceptionHandler((e, _, _) -> {
              if (!(e instanceof BenchFailure)) {
                throw e;
              }
              System.err.println("statusevents bench: " + e.getMessage());
              return CommandLine.ExitCode.SOFTWARE;
            })
            .execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    checkNames();
    Report report = new Report();
    boolean went;
    try (Shutdown parts = new Shutdown()) {
      Thread stop = Thread.ofPlatform().name("stop").unstarted(parts::close);
      Runtime.getRuntime().addShutdownHook(stop);
      BenchDatabase bench = parts.add("database", openDatabase());
      BenchOptions options = options();
      Machine.describe(report, bench);
      TemporaryFolder folder = parts.add("folder", TemporaryFolder.create());
      Bench run = parts.add("service", new Bench(options, bench, report, folder.path()));
      went = measure(run, bench, report);
    }
    System.out.print(report.table());
    if (json.isPresent()) {
      Path _ = Files.writeString(json.get(), report.json());
    }
    return went ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  /// False where a scenario could not be run; the others are all the same.
  private boolean measure(Bench run, BenchDatabase bench, Report report) {
    if (only.isEmpty() || only.contains(YARDSTICKS)) {
      System.err.println(YARDSTICKS);
      Yardsticks.measure(
          yardsticks, bench.address(), seconds, full ? List.of(1, 8, 32) : List.of(32), report);
    }
    boolean went = true;
    for (Scenario scenario : SCENARIOS) {
      boolean byDefault = only.isEmpty() && !LONG.contains(scenario.name());
      if (byDefault || only.contains(scenario.name())) {
        System.err.println(scenario.name());
        went &= measure(scenario, run, report);
      }
    }
    return went;
  }

  private static boolean measure(Scenario scenario, Bench run, Report report) {
    try {
      scenario.run(run);
      return true;
    } catch (BenchFailure e) {
      report.note(scenario.name() + " broke off: " + e.getMessage());
      return false;
    }
  }

  private void checkNames() {
    for (String name : only) {
      boolean known =
          name.equals(YARDSTICKS) || SCENARIOS.stream().anyMatch(s -> s.name().equals(name));
      if (!known) {
        throw wrong("--only: there is no scenario \"" + name + "\"");
      }
    }
    if (seconds < 1
        || warmUp < 0
        || orders < 1
        || deliveryRate < 1
        || held < 1
        || scale <= 0
        || scale > 10) {
      throw wrong("--seconds, --orders, --delivery-rate, --scale: (expected: above 0)");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(
        Optional.ofNullable(spec)
            .map(CommandSpec::commandLine)
            .orElseGet(() -> new CommandLine(this)),
        message);
  }

  private BenchOptions options() throws IOException {
    Path logFile = log.toAbsolutePath();
    Path _ = Files.createDirectories(logFile.resolveSibling("."));
    boolean _ = Files.deleteIfExists(logFile);
    Path _ = Files.createFile(logFile);
    return new BenchOptions(
        Packaged.program(logFile),
        seconds,
        warmUp,
        orders,
        updates,
        deliveryRate,
        scale,
        Duration.ofSeconds(held));
  }

  private BenchDatabase openDatabase() {
    return database
        .map(url -> Databases.existing(url, user, Optional.ofNullable(System.getenv(PASSWORD))))
        .orElseGet(embedded ? Databases::embedded : Databases::temporary);
  }
}
