package org.statusevents.bootstrap;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.statusevents.bootstrap.settings.Setting;
import org.statusevents.bootstrap.settings.Settings;
import org.statusevents.bootstrap.wiring.Node;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "serve",
    description = "Runs the service until it is told to stop.",
    footer = {
      "",
      "Without a database address it keeps an embedded PostgreSQL under the data folder. The first"
          + " start writes a key for everything to admin.key there. The command \"settings\" lists"
          + " all settings.",
      "",
      "Ends with 1 when it cannot start, with 2 when the settings are wrong; told to stop (SIGTERM,"
          + " Ctrl-C), it finishes what is under way within 20 seconds."
    })
final class ServeCommand implements Callable<Integer> {
  @Mixin private SettingsOptions options = new SettingsOptions();

  @Option(names = "--host", description = "address to listen on (127.0.0.1); 0.0.0.0 for all")
  private Optional<String> host = Optional.empty();

  @Option(names = "--port", description = "port to listen on (8080); 0 for a free one")
  private Optional<String> port = Optional.empty();

  private final PrintStream out = System.out;

  @Override
  public Integer call() throws InterruptedException {
    Map<Setting, String> further = new EnumMap<>(Setting.class);
    host.ifPresent(text -> further.put(Setting.HOST, text));
    port.ifPresent(text -> further.put(Setting.PORT, text));
    Settings settings = options.read(further);
    try (Running running = new Running()) {
      Node node = running.start(() -> Node.start(settings));
      out.println("Status Events listens on " + node.address() + " (described at /docs).");
      out.println("Keys and data: " + node.folder().path());
      running.await();
    }
    return 0;
  }
}
