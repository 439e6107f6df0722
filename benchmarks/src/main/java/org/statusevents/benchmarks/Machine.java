package org.statusevents.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.statusevents.benchmarks.database.BenchDatabase;
import org.statusevents.benchmarks.report.Report;

/// What a run was made on.
final class Machine {
  private Machine() {}

  static void describe(Report report, BenchDatabase database) {
    report.condition("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    report.condition(
        "machine",
        Runtime.getRuntime().availableProcessors()
            + " cores, "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + ", load "
            + load()
            + " at the start");
    report.condition("java", Runtime.version().toString());
    report.condition("postgresql", database.address().ask("show server_version"));
    report.condition("database", database.description());
  }

  private static String load() {
    try {
      return Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
    } catch (IOException e) {
      return Double.toString(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
  }
}
