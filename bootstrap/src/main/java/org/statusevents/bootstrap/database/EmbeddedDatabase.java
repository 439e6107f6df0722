package org.statusevents.bootstrap.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.statusevents.bootstrap.file.FileFailure;

/// A PostgreSQL server under a data folder, reached on loopback with a password of its own. What is
/// committed outlives the process and a kill of it.
public final class EmbeddedDatabase implements AutoCloseable {
  private static final String USER = "postgres";
  private static final String MAJOR_VERSION = "18";
  private static final String PASSWORD_FILE = "database.password";
  private static final int PID_LINE = 0;
  private static final int PORT_LINE = 3;

  private final Path cluster;
  private final int port;
  private final String password;
  private final Optional<Running> running;

  private EmbeddedDatabase(Path cluster, int port, String password, Optional<Running> running) {
    this.cluster = cluster;
    this.port = port;
    this.password = password;
    this.running = running;
  }

  /// Starts the folder's server; one that outlived its process is stopped first. `port` 0 means a
  /// free one. Throws [StartFailure], also when another process holds the folder.
  public static EmbeddedDatabase start(DataFolder folder, int port) {
    return lock(folder)
        .map(lock -> startLocked(folder, port, lock))
        .orElseThrow(() ->
            new StartFailure("Another process runs on the data folder " + folder.path() + "."));
  }

  /// Uses the folder's server where a process runs one, else starts it.
  public static EmbeddedDatabase startOrJoin(DataFolder folder) {
    return lock(folder).map(lock -> startLocked(folder, 0, lock)).orElseGet(() -> join(folder));
  }

  private static EmbeddedDatabase startLocked(DataFolder folder, int port, FileChannel lock) {
    boolean started = false;
    try {
      PostgresCommand command = new PostgresCommand(PostgresPrograms.folder(System.getenv()));
      Path cluster = folder.file("postgresql");
      String password = create(folder, cluster, command);
      checkVersion(cluster);
      stopLeftOver(cluster, command);
      int chosen = port == 0 ? freePort() : port;
      command.run("pg_ctl", startArguments(folder, cluster, chosen));
      started = true;
      return new EmbeddedDatabase(
          cluster, chosen, password, Optional.of(new Running(command, lock)));
    } finally {
      if (!started) {
        release(lock);
      }
    }
  }

  private static EmbeddedDatabase join(DataFolder folder) {
    Path cluster = folder.file("postgresql");
    Optional<List<String>> pid = pidFile(cluster);
    Optional<String> password = folder.secret(PASSWORD_FILE);
    if (pid.isEmpty() || pid.get().size() <= PORT_LINE || password.isEmpty()) {
      throw new StartFailure(
          "The process that runs on " + folder.path() + " is not ready yet: try again.");
    }
    int port = Integer.parseInt(pid.get().get(PORT_LINE).strip());
    return new EmbeddedDatabase(cluster, port, password.get(), Optional.empty());
  }

  private static Optional<FileChannel> lock(DataFolder folder) {
    try {
      FileChannel channel =
          FileChannel.open(
              folder.file("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        FileLock lock = channel.tryLock();
        if (lock != null) {
          return Optional.of(channel);
        }
      } catch (OverlappingFileLockException e) {
        // Held by this very process: the same answer as for any other.
        channel.close();
        return Optional.empty();
      }
      channel.close();
      return Optional.empty();
    } catch (IOException e) {
      throw new StartFailure(
          "The data folder " + folder.path() + " cannot be locked: " + FileFailure.reason(e), e);
    }
  }

  /// Makes the cluster aside and moves it into place whole, so that a kill leaves nothing half
  /// made.
  private static String create(DataFolder folder, Path cluster, PostgresCommand command) {
    Optional<String> kept = folder.secret(PASSWORD_FILE);
    if (Files.isDirectory(cluster)) {
      return kept.orElseThrow(
          () -> new StartFailure(folder.file(PASSWORD_FILE) + " is missing: put it back."));
    }
    String password = kept.orElseGet(EmbeddedDatabase::newPassword);
    Path passwordFile = folder.keepSecret(PASSWORD_FILE, password);
    Path part = folder.file("postgresql.part");
    TemporaryFolder.delete(part);
    command.run(
        "initdb",
        List.of(
            "--pgdata=" + part,
            "--username=" + USER,
            "--pwfile=" + passwordFile,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8"));
    try {
      Files.move(part, cluster, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StartFailure(cluster + " cannot be made: " + e, e);
    }
    return password;
  }

  private static List<String> startArguments(DataFolder folder, Path cluster, int port) {
    String options =
        "-p "
            + port
            + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c timezone=UTC"
            + " -c logging_collector=off -c max_connections=100";
    return List.of(
        "start",
        "--wait",
        "--timeout=60",
        "--silent",
        "--pgdata=" + cluster,
        "--log=" + folder.file("postgresql.log"),
        "--options=" + options);
  }

  private static void checkVersion(Path cluster) {
    try {
      String version = Files.readString(cluster.resolve("PG_VERSION")).strip();
      if (!version.equals(MAJOR_VERSION)) {
        throw new StartFailure(
            cluster
                + " was made by PostgreSQL "
                + version
                + " (expected: "
                + MAJOR_VERSION
                + "): move it there with pg_dump.");
      }
    } catch (IOException e) {
      throw new StartFailure(cluster + " is not a PostgreSQL folder: " + e, e);
    }
  }

  /// We hold the folder's lock, so whatever server still runs there has lost its process. A number
  /// that belongs to another program by now would make PostgreSQL refuse to start; a dead one it
  /// sees through by itself.
  private static void stopLeftOver(Path cluster, PostgresCommand command) {
    Optional<ProcessHandle> process =
        pidFile(cluster)
            .map(lines -> Long.parseLong(lines.get(PID_LINE).strip()))
            .flatMap(ProcessHandle::of)
            .filter(ProcessHandle::isAlive);
    if (process.isEmpty()) {
      return;
    }
    boolean postgres =
        process.get().info().command().filter(path -> path.endsWith("/postgres")).isPresent();
    if (postgres) {
      command.run("pg_ctl", stopArguments(cluster));
      return;
    }
    try {
      Files.deleteIfExists(cluster.resolve("postmaster.pid"));
    } catch (IOException e) {
      throw new StartFailure(cluster + " cannot be started: " + e, e);
    }
  }

  private static List<String> stopArguments(Path cluster) {
    return List.of(
        "stop", "--wait", "--timeout=10", "--silent", "--mode=fast", "--pgdata=" + cluster);
  }

  private static Optional<List<String>> pidFile(Path cluster) {
    Path file = cluster.resolve("postmaster.pid");
    try {
      return Files.exists(file)
          ? Optional.of(Files.readAllLines(file)).filter(lines -> !lines.isEmpty())
          : Optional.empty();
    } catch (IOException e) {
      throw new StartFailure(file + " cannot be read: " + e, e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new StartFailure("No free port for the embedded PostgreSQL: " + e, e);
    }
  }

  private static String newPassword() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  public int port() {
    return port;
  }

  public String user() {
    return USER;
  }

  public String password() {
    return password;
  }

  /// Stops the server if this process started it, within 12 seconds; what is committed stays.
  @Override
  public void close() {
    running.ifPresent(own -> {
      try {
        own.command().run("pg_ctl", stopArguments(cluster));
      } finally {
        release(own.lock());
      }
    });
  }

  private static void release(FileChannel lock) {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the data folder cannot be unlocked", e);
    }
  }

  @Override
  public String toString() {
    return "EmbeddedDatabase[" + cluster + ", port " + port + "]";
  }

  private record Running(PostgresCommand command, FileChannel lock) {}
}
