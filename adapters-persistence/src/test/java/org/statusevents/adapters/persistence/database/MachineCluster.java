package org.statusevents.adapters.persistence.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A private cluster made with the machine's own PostgreSQL, newest release first. Root may not run
/// PostgreSQL, so that root has the user "postgres" run it.
final class MachineCluster {
  private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
  private static final long COMMAND_SECONDS_MAX = 60;

  private final Path binaries;
  private final Path folder;

  private MachineCluster(Path binaries, Path folder) {
    this.binaries = binaries;
    this.folder = folder;
  }

  /// The folder of the newest release's programs; empty where none is installed.
  static Optional<Path> binaries() {
    if (!Files.isDirectory(INSTALLED)) {
      return Optional.empty();
    }
    try (Stream<Path> releases = Files.list(INSTALLED)) {
      return releases
          .map(release -> release.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.comparingInt(bin -> release(bin.getParent())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int release(Path folder) {
    String name = folder.getFileName().toString();
    return name.matches("\\d{1,4}") ? Integer.parseInt(name) : 0;
  }

  /// Starts a cluster that stops with this process, and answers its port.
  static int start(Path binaries) {
    try {
      Path folder = Files.createTempDirectory("statusevents-postgresql-");
      MachineCluster cluster = new MachineCluster(binaries, folder);
      if (isRoot()) {
        cluster.run(List.of("chown", "postgres", folder.toString()));
      }
      int port = freePort();
      cluster.runAsUser("initdb", "-D", cluster.data(), "-U", "postgres", "-A", "trust", "-N");
      Runtime.getRuntime().addShutdownHook(new Thread(cluster::stop));
      cluster.runAsUser(
          "pg_ctl",
          "-D",
          cluster.data(),
          "-w",
          "-l",
          folder.resolve("log").toString(),
          "-o",
          "-p " + port + " -k " + folder + " -c listen_addresses=127.0.0.1 -c fsync=off",
          "start");
      return port;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private void stop() {
    runAsUser("pg_ctl", "-D", data(), "-m", "immediate", "stop");
    run(List.of("rm", "-r", folder.toString()));
  }

  private void runAsUser(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(binaries.resolve(program).toString());
    command.addAll(List.of(arguments));
    run(command);
  }

  private void run(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(COMMAND_SECONDS_MAX, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IllegalStateException("failed: " + String.join(" ", command));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted: " + String.join(" ", command), e);
    }
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
