package org.statusevents.bootstrap.database;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.statusevents.bootstrap.settings.Settings.DatabaseAddress;

/// A PostgreSQL server that a test starts and stops as it likes, always on the same port; for a
/// service it is somebody else's.
public final class PrivateCluster implements AutoCloseable {
  private final DataFolder folder;
  private final PostgresCommand command;
  private final int port;
  private final String password;
  private EmbeddedDatabase database;

  /// Runs when it is made.
  public PrivateCluster(Path path) {
    folder = DataFolder.at(path);
    command = new PostgresCommand(PostgresPrograms.folder(System.getenv()));
    database = EmbeddedDatabase.start(folder, 0);
    port = database.port();
    password = database.password();
  }

  public DatabaseAddress address() {
    return new DatabaseAddress(
        database.jdbcUrl(), Optional.of(database.user()), Optional.of(password));
  }

  /// As a power cut would: connections break, nothing is tidied up.
  public void stopAtOnce() {
    command.run(
        "pg_ctl",
        List.of(
            "stop",
            "--wait",
            "--timeout=20",
            "--silent",
            "--mode=immediate",
            "--pgdata=" + folder.file("postgresql")));
    try {
      database.close();
    } catch (StartFailure expected) {
      // There is nothing to stop; what it held is let go of.
    }
  }

  public void startAgain() {
    database = EmbeddedDatabase.start(folder, port);
  }

  @Override
  public void close() {
    database.close();
  }
}
