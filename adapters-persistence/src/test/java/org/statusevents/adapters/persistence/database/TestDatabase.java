package org.statusevents.adapters.persistence.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.statusevents.adapters.persistence.PersistenceConfig;
import org.statusevents.adapters.persistence.PostgresPersistence;

/// A database of its own for a test class: a copy of the migrated template on a server that all
/// test classes of the process share. Register it as a static field with `@RegisterExtension`.
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {
  private static final Map<Server, PostgresServer> SERVERS = new ConcurrentHashMap<>();

  private final Server server;
  private Optional<PersistenceConfig> config = Optional.empty();
  private Optional<PostgresPersistence> persistence = Optional.empty();

  private TestDatabase(Server server) {
    this.server = server;
  }

  /// On the embedded PostgreSQL.
  public static TestDatabase embedded() {
    return new TestDatabase(Server.EMBEDDED);
  }

  /// On the machine's own PostgreSQL; where there is none, says so and uses the embedded one.
  public static TestDatabase ofMachine() {
    return new TestDatabase(Server.OF_MACHINE);
  }

  public PersistenceConfig config() {
    return config.orElseThrow();
  }

  public PostgresPersistence persistence() {
    return persistence.orElseThrow();
  }

  /// Another node on the same database, with nothing in memory yet.
  public PostgresPersistence open() {
    return open(config());
  }

  /// A node on any database.
  public static PostgresPersistence open(PersistenceConfig config) {
    return PostgresServer.open(config);
  }

  /// Empties all tables.
  public void empty() {
    PostgresServer.empty(config());
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    config = Optional.of(started(server).copy());
    persistence = Optional.of(PostgresServer.open(config()));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    persistence.ifPresent(PostgresPersistence::close);
  }

  private static PostgresServer started(Server server) {
    if (server == Server.EMBEDDED) {
      return SERVERS.computeIfAbsent(server, _ -> embeddedServer());
    }
    Optional<Path> binaries = MachineCluster.binaries();
    if (binaries.isEmpty()) {
      say("This machine has no PostgreSQL of its own; its tests run on the embedded one instead.");
      return started(Server.EMBEDDED);
    }
    return SERVERS.computeIfAbsent(server, _ -> machineServer(binaries.get()));
  }

  private static PostgresServer machineServer(Path binaries) {
    say("Tests of this machine's own PostgreSQL run on " + binaries);
    return new PostgresServer(MachineCluster.start(binaries));
  }

  /// Stops with this process by itself.
  private static PostgresServer embeddedServer() {
    try {
      return new PostgresServer(
          EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start().getPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void say(String sentence) {
    PrintStream out = System.out;
    out.println(sentence);
  }

  private enum Server {
    EMBEDDED,
    OF_MACHINE
  }
}
