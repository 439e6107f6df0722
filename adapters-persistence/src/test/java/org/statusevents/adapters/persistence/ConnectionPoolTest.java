package org.statusevents.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.PGConnection;
import org.statusevents.adapters.persistence.database.TestDatabase;

final class ConnectionPoolTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.embedded();

  private static final String SETTINGS =
      """
      select concat_ws(', ', current_setting('statement_timeout'), current_setting('lock_timeout'),
                       current_setting('idle_in_transaction_session_timeout'),
                       current_setting('timezone'))
      """;

  /// In an open one, now() would be when the connection was opened.
  @Test
  void aNewConnectionHasNoTransactionOpen() throws SQLException {
    try (HikariDataSource pool = pool();
        HikariDataSource other = pool();
        Connection taken = pool.getConnection();
        Connection watcher = other.getConnection()) {
      int process = taken.unwrap(PGConnection.class).getBackendPID();

      assertThat(ask(watcher, "select state from pg_stat_activity where pid = " + process))
          .isEqualTo("idle");
    }
  }

  @Test
  void whatIsSetForASessionOutlivesARollback() throws SQLException {
    try (HikariDataSource pool = pool()) {
      for (int i = 0; i < 2; i++) {
        try (Connection connection = pool.getConnection()) {
          assertThat(ask(connection, SETTINGS)).isEqualTo("30s, 10s, 30s, UTC");
          connection.rollback();
        }
      }
    }
  }

  private static HikariDataSource pool() {
    PersistenceConfig config = DATABASE.config();
    return ConnectionPool.open(
        new PersistenceConfig(config.jdbcUrl(), config.user(), config.password(), 1));
  }

  private static String ask(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
