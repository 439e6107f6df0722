package org.statusevents.benchmarks.database;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.statusevents.benchmarks.database.BenchDatabase.Address;
import org.statusevents.bootstrap.database.DataFolder;
import org.statusevents.bootstrap.database.EmbeddedDatabase;
import org.statusevents.bootstrap.database.TemporaryFolder;

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
  public static BenchDatabase temporary() {
    Optional<Path> programs = Programs.folderWith("initdb");
    return programs.isPresent() ? PrivateCluster.start(programs.get()) : embedded();
  }

  /// The one that the program brings along, in a folder of its own.
  public static BenchDatabase embedded() {
    return Embedded.start();
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

  /// Its server is told how many connections it takes by its command line, so that number stays.
  private record Embedded(TemporaryFolder folder, EmbeddedDatabase server)
      implements BenchDatabase {
    static BenchDatabase start() {
      TemporaryFolder folder = TemporaryFolder.create();
      boolean started = false;
      try {
        DataFolder data = DataFolder.at(folder.path().resolve("data"));
        Embedded first = new Embedded(folder, EmbeddedDatabase.start(data, 0));
        first
            .address()
            .execute(
                "alter system set shared_buffers = '512MB'",
                "alter system set synchronous_commit = 'on'");
        first.server().close();
        Embedded second = new Embedded(folder, EmbeddedDatabase.start(data, 0));
        started = true;
        return second;
      } finally {
        if (!started) {
          folder.close();
        }
      }
    }

    @Override
    public Address address() {
      return new Address(
          "127.0.0.1", server.port(), "postgres", server.user(), Optional.of(server.password()));
    }

    @Override
    public String description() {
      return "the embedded one, synchronous_commit on, shared_buffers 512MB, max_connections 100";
    }

    @Override
    public void close() {
      try {
        server.close();
      } finally {
        folder.close();
      }
    }
  }
}
