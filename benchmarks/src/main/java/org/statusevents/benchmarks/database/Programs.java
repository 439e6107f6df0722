package org.statusevents.benchmarks.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The machine's PostgreSQL programs, and other programs that are run to their end.
public final class Programs {
  private static final List<Path> HOMES =
      List.of(Path.of("/usr/lib/postgresql"), Path.of("/usr/local/pgsql"));

  private Programs() {}

  /// The folder of the newest release's programs that holds `program`.
  public static Optional<Path> folderWith(String program) {
    List<Path> folders = new ArrayList<>();
    HOMES.stream().filter(Files::isDirectory).forEach(home -> folders.addAll(releases(home)));
    for (String part : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      folders.add(Path.of(part));
    }
    return folders.stream()
        .filter(folder -> Files.isExecutable(folder.resolve(program)))
        .findFirst();
  }

  private static List<Path> releases(Path home) {
    try (Stream<Path> entries = Files.list(home)) {
      return entries
          .sorted(Comparator.comparingInt(Programs::release).reversed())
          .map(entry -> entry.resolve("bin"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int release(Path folder) {
    String name = String.valueOf(folder.getFileName());
    return name.matches("\\d{1,4}") ? Integer.parseInt(name) : 0;
  }

  /// What the program wrote to its standard output. Throws [BenchFailure] with the end of what it
  /// said when it fails or takes longer than `secondsMax`.
  public static String run(List<String> command, Map<String, String> environment, long secondsMax) {
    try {
      Path out = Files.createTempFile("statusevents-bench", ".out");
      Path err = Files.createTempFile("statusevents-bench", ".err");
      try {
        ProcessBuilder builder =
            new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        if (!ended(process, secondsMax)) {
          throw new BenchFailure(command.getFirst() + " took longer than " + secondsMax + " s");
        }
        if (process.exitValue() != 0) {
          throw new BenchFailure(command + " failed: " + end(Files.readString(err)));
        }
        return Files.readString(out);
      } finally {
        Files.delete(out);
        Files.delete(err);
      }
    } catch (IOException e) {
      throw new BenchFailure(command.getFirst() + " cannot be run: " + e.getMessage(), e);
    }
  }

  private static boolean ended(Process process, long secondsMax) {
    boolean ended = false;
    try {
      ended = process.waitFor(secondsMax, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (!ended) {
        Process _ = process.destroyForcibly();
      }
    }
    return ended;
  }

  private static String end(String text) {
    String said = text.strip();
    return said.length() <= 500 ? said : said.substring(said.length() - 500);
  }

  public static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }
}
