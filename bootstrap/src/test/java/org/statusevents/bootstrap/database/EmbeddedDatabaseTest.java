package org.statusevents.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedDatabaseTest {
  @TempDir private Path temporary;

  @Test
  void whatIsCommittedOutlivesStopsAndKillsAndOthersAreKeptOut() throws Exception {
    DataFolder folder = DataFolder.at(temporary.resolve("data"));
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0)) {
      execute(database, "create table kept (text text)");
      execute(database, "insert into kept values ('before the stop')");
      assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), "postgres", "guess"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
      assertThat(ask(database, "show fsync")).isEqualTo("on");

      assertThatThrownBy(() -> EmbeddedDatabase.start(folder, 0))
          .isInstanceOf(StartFailure.class)
          .hasMessage("Another process runs on the data folder " + folder.path() + ".");
      try (EmbeddedDatabase joined = EmbeddedDatabase.startOrJoin(folder)) {
        assertThat(ask(joined, "select text from kept")).isEqualTo("before the stop");
      }
      assertThat(ask(database, "select count(*) from kept")).isEqualTo("1");
    }
    assertThat(modeOf(folder.path())).isEqualTo("rwx------");
    assertThat(modeOf(folder.file("database.password"))).isEqualTo("rw-------");

    killWhileRunning(folder);
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0)) {
      assertThat(ask(database, "select string_agg(text, ', ' order by text) from kept"))
          .isEqualTo("before the kill, before the stop");
    }

    Files.write(folder.file("postgresql/postmaster.pid"), pidFileOfAnother(folder));
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0)) {
      assertThat(ask(database, "select count(*) from kept")).isEqualTo("2");
    }

    Files.writeString(folder.file("postgresql/PG_VERSION"), "15\n");
    assertThatThrownBy(() -> EmbeddedDatabase.start(folder, 0))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("was made by PostgreSQL 15 (expected: 18)");
  }

  /// Kills the server as a power cut would, after a commit.
  private static void killWhileRunning(DataFolder folder)
      throws SQLException, IOException, InterruptedException, ExecutionException, TimeoutException {
    EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0);
    execute(database, "insert into kept values ('before the kill')");
    long pid =
        Long.parseLong(Files.readAllLines(folder.file("postgresql/postmaster.pid")).getFirst());
    ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
    assertThat(server.destroyForcibly()).isTrue();
    assertThat(server.onExit().get(10, TimeUnit.SECONDS).isAlive()).isFalse();
    assertThatThrownBy(database::close).isInstanceOf(StartFailure.class);
  }

  /// The number of a living process that is no PostgreSQL, as after a restart of a container.
  private static List<String> pidFileOfAnother(DataFolder folder) {
    return List.of(
        Long.toString(ProcessHandle.current().pid()),
        folder.file("postgresql").toString(),
        "1700000000",
        "5432",
        "",
        "127.0.0.1",
        "");
  }

  private static String modeOf(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      boolean _ = statement.execute(sql);
    }
  }

  private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static Connection connect(EmbeddedDatabase database) throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }
}
