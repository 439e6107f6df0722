package org.statusevents.benchmarks.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A cluster in a temporary folder, made with the machine's PostgreSQL. Root may not run PostgreSQL
/// and has the user "postgres" run it.
final class PrivateCluster implements CrashableDatabase {
  private static final String USER = "postgres";
  private static final long SECONDS_MAX = 120;

  private final Path programs;
  private final Path folder;
  private final int port;

  private PrivateCluster(Path programs, Path folder, int port) {
    this.programs = programs;
    this.folder = folder;
    this.port = port;
  }

  static CrashableDatabase start(Path programs) {
    try {
      Path folder = Files.createTempDirectory("statusevents-bench-");
      PrivateCluster cluster = new PrivateCluster(programs, folder, freePort());
      boolean started = false;
      try {
        cluster.start();
        started = true;
        return cluster;
      } finally {
        if (!started) {
          cluster.remove();
        }
      }
    } catch (IOException e) {
      throw new BenchFailure("no private cluster can be made: " + e.getMessage(), e);
    }
  }

  private void start() {
    if (Programs.isRoot()) {
      run(List.of("chown", USER, folder.toString()));
    }
    program("initdb", "-D", data(), "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C");
    startAgain();
  }

  @Override
  public void startAgain() {
    program(
        "pg_ctl",
        "-D",
        data(),
        "-w",
        "-t",
        "60",
        "-l",
        folder.resolve("postgresql.log").toString(),
        "-o",
        "-p " + port + " -k " + folder + " -c listen_addresses=127.0.0.1 " + Conditions.options(),
        "start");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private void program(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (Programs.isRoot()) {
      command.addAll(List.of("runuser", "-u", USER, "--"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    run(command);
  }

  private static void run(List<String> command) {
    String _ = Programs.run(command, Map.of(), SECONDS_MAX);
  }

  private void remove() {
    run(List.of("rm", "-rf", folder.toString()));
  }

  @Override
  public Address address() {
    return new Address("127.0.0.1", port, "postgres", USER, Optional.empty());
  }

  @Override
  public String description() {
    return "private cluster of the machine's programs, " + Conditions.text();
  }

  @Override
  public void stopAtOnce() {
    program("pg_ctl", "-D", data(), "-m", "immediate", "-t", "30", "stop");
  }

  @Override
  public void killAtOnce() {
    Postmaster.of(Path.of(data())).kill();
  }

  @Override
  public void close() {
    try {
      stopAtOnce();
    } finally {
      remove();
    }
  }
}
