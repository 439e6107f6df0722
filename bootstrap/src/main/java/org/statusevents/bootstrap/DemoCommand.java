package org.statusevents.bootstrap;

import ch.qos.logback.classic.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.statusevents.bootstrap.database.TemporaryFolder;
import org.statusevents.bootstrap.demo.Demonstration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "demo",
    description =
        "Shows a sample store with a simulated cart and orders on the move, until Ctrl-C.",
    footer = {
      "",
      "Everything it writes goes to a folder that it deletes at the end, unless --data names one."
    })
final class DemoCommand implements Callable<Integer> {
  private static final long SECONDS_MAX = 100_000_000;

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "port of the API (${DEFAULT-VALUE}); 0 for a free one")
  private int port = 8080;

  @Option(names = "--data", paramLabel = "DIR", description = "folder to keep everything in")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--seconds", description = "end after that long")
  private Optional<Long> seconds = Optional.empty();

  @Option(
      names = "--pace",
      paramLabel = "MILLIS",
      defaultValue = "1500",
      description = "pause between two sample operations (${DEFAULT-VALUE})")
  private int pace = 1_500;

  /// The screen is what matters; what a service would log is told only where something is wrong.
  private static void keepQuiet() {
    if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)
        instanceof ch.qos.logback.classic.Logger root) {
      root.setLevel(Level.WARN);
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    keepQuiet();
    System.err.println("Starting an embedded PostgreSQL, the service and a simulated cart ...");
    try (Running running = new Running()) {
      Path folder = data.orElseGet(() -> running.start(TemporaryFolder::create).path());
      Demonstration demonstration =
          running.start(() -> Demonstration.start(folder, port, Duration.ofMillis(pace)));
      System.out.print(demonstration.screen());
      System.out.println(
          data.isPresent()
              ? "What it writes stays in " + folder + "."
              : "What it writes is deleted then.");
      System.out.flush();
      boolean _ = running.await(Duration.ofSeconds(seconds.orElse(SECONDS_MAX)));
    }
    return 0;
  }
}
