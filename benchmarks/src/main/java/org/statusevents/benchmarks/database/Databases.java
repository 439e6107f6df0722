package org.statusevents.benchmarks.database;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.statusevents.benchmarks.database.BenchDatabase.Address;

/// Finds a database for the run.
public final class Databases {
  private Databases() {}

  /// One that stands already; what the run leaves in it stays.
  public static BenchDatabase existing(String jdbcUrl, String user, Optional<String> password) {
    String prefix = "jdbc:";
    if (!jdbcUrl.startsWith(prefix + "postgresql://")) {
      throw new BenchFailure("--database (expected: like jdbc:postgresql://localhost:5432/bench)");
    }
    URI uri = URI.create(jdbcUrl.substring(prefix.length()));
    int port = uri.getPort() < 0 ? 5432 : uri.getPort();
    String name = uri.getPath().replaceFirst("^/", "");
    return new Existing(
        new Address(uri.getHost(), port, name.isEmpty() ? user : name, user, password));
  }

  /// A cluster made with the machine's PostgreSQL; where there is none, the embedded one.
  public static CrashableDatabase temporary() {
    Optional<Path> programs = Programs.folderWith("initdb");
    return programs.isPresent() ? PrivateCluster.start(programs.get()) : embedded();
  }

  /// The one that the program brings along, in a folder of its own.
  public static CrashableDatabase embedded() {
    return EmbeddedCluster.start();
  }

  private record Existing(Address address) implements BenchDatabase {
    @Override
    public String description() {
      return "an existing database, as it is set; the run's store stays in it";
    }

    @Override
    public void close() {
      // It was there before.
    }
  }
}
