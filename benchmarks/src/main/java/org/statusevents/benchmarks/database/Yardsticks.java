package org.statusevents.benchmarks.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.statusevents.benchmarks.database.BenchDatabase.Address;
import org.statusevents.benchmarks.report.Figure;
import org.statusevents.benchmarks.report.Report;

/// What plain PostgreSQL does with the same rows: pgbench with the scripts of a folder.
public final class Yardsticks {
  public static final String SINGLE = "yardstick single";
  public static final String BATCH_BEST = "yardstick batch, best";
  private static final int EVENTS_PER_BATCH = 100;
  private static final String SCHEMA = "yardstick";
  private static final Pattern RATE = Pattern.compile("(?m)^tps = ([0-9.]+)");

  private final Path folder;
  private final Path pgbench;
  private final Address address;
  private final int seconds;

  private Yardsticks(Path folder, Path pgbench, Address address, int seconds) {
    this.folder = folder;
    this.pgbench = pgbench;
    this.address = address;
    this.seconds = seconds;
  }

  /// Measures and adds the figures; a note instead where the scripts or pgbench are missing.
  public static void measure(
      Path folder, Address address, int seconds, List<Integer> clients, Report report) {
    Optional<Path> programs = Programs.folderWith("pgbench");
    for (String file : List.of("schema.sql", "single.sql", "batch.sql")) {
      if (!Files.isReadable(folder.resolve(file))) {
        report.note("no yardsticks and no ratios to them: there is no " + folder.resolve(file));
        return;
      }
    }
    if (programs.isEmpty()) {
      report.note("no yardsticks and no ratios to them: pgbench is not installed");
      return;
    }
    new Yardsticks(folder.toAbsolutePath(), programs.get().resolve("pgbench"), address, seconds)
        .measure(clients, report);
  }

  private void measure(List<Integer> clients, Report report) {
    address.execute(
        "drop schema if exists " + SCHEMA + " cascade",
        "create schema " + SCHEMA,
        "set search_path = " + SCHEMA,
        read(folder.resolve("schema.sql")));
    try {
      for (int count : clients) {
        report.add(figure(SINGLE + ", " + count + " clients", rate("single", count), "events/s"));
      }
      double best = 0;
      for (int count : clients) {
        double events = rate("batch", count) * EVENTS_PER_BATCH;
        report.add(figure("yardstick batch, " + count + " clients", events, "events/s"));
        best = Math.max(best, events);
      }
      report.add(figure(BATCH_BEST, best, "events/s"));
    } finally {
      address.execute("drop schema if exists " + SCHEMA + " cascade");
    }
  }

  private Figure figure(String name, double value, String unit) {
    return Figure.of(name, value, unit, "once, " + seconds + " s");
  }

  private double rate(String script, int clients) {
    Map<String, String> environment = new HashMap<>();
    environment.put("PGOPTIONS", "-c search_path=" + SCHEMA);
    address.password().ifPresent(password -> environment.put("PGPASSWORD", password));
    String said =
        Programs.run(
            List.of(
                pgbench.toString(),
                "-h",
                address.host(),
                "-p",
                Integer.toString(address.port()),
                "-U",
                address.user(),
                "-n",
                "-f",
                folder.resolve(script + ".sql").toString(),
                "-M",
                "prepared",
                "-c",
                Integer.toString(clients),
                "-j",
                "2",
                "-T",
                Integer.toString(seconds),
                address.name()),
            environment,
            seconds + 120L);
    Matcher matcher = RATE.matcher(said);
    if (!matcher.find()) {
      throw new BenchFailure("pgbench did not say how fast it was");
    }
    return Double.parseDouble(matcher.group(1));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new BenchFailure(file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
