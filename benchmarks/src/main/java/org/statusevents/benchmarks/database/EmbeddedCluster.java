package org.statusevents.benchmarks.database;

import java.util.Optional;
import org.statusevents.bootstrap.database.DataFolder;
import org.statusevents.bootstrap.database.EmbeddedDatabase;
import org.statusevents.bootstrap.database.StartFailure;
import org.statusevents.bootstrap.database.TemporaryFolder;

/// The database that the program brings along. Its server is told how many connections it takes by
/// its command line, so that number stays.
final class EmbeddedCluster implements CrashableDatabase {
  private final TemporaryFolder folder;
  private final DataFolder data;
  private EmbeddedDatabase server;

  private EmbeddedCluster(TemporaryFolder folder, DataFolder data, EmbeddedDatabase server) {
    this.folder = folder;
    this.data = data;
    this.server = server;
  }

  static CrashableDatabase start() {
    TemporaryFolder folder = TemporaryFolder.create();
    boolean started = false;
    try {
      DataFolder data = DataFolder.at(folder.path().resolve("data"));
      EmbeddedCluster cluster = new EmbeddedCluster(folder, data, EmbeddedDatabase.start(data, 0));
      cluster
          .address()
          .execute(
              "alter system set shared_buffers = '512MB'",
              "alter system set synchronous_commit = 'on'");
      cluster.server.close();
      cluster.startAgain();
      started = true;
      return cluster;
    } finally {
      if (!started) {
        folder.close();
      }
    }
  }

  @Override
  public synchronized Address address() {
    return new Address(
        "127.0.0.1", server.port(), "postgres", server.user(), Optional.of(server.password()));
  }

  @Override
  public String description() {
    return "the embedded one, synchronous_commit on, shared_buffers 512MB, max_connections 100";
  }

  @Override
  public synchronized void stopAtOnce() {
    Postmaster.of(data.file("postgresql")).quit();
    close(server);
  }

  @Override
  public synchronized void killAtOnce() {
    Postmaster.of(data.file("postgresql")).kill();
    close(server);
  }

  /// Gives the folder free; that there is no server to stop any more is no news.
  private static void close(EmbeddedDatabase stopped) {
    try {
      stopped.close();
    } catch (StartFailure e) {
      // It is stopped.
    }
  }

  @Override
  public synchronized void startAgain() {
    server = EmbeddedDatabase.start(data, server.port());
  }

  @Override
  public synchronized void close() {
    try {
      close(server);
    } finally {
      folder.close();
    }
  }
}
