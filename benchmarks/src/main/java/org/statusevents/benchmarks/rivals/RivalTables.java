package org.statusevents.benchmarks.rivals;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/// The tables of a rival.
final class RivalTables {
  private final DataSource pool;

  RivalTables(DataSource pool) {
    this.pool = pool;
  }

  void execute(String... statements) {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        boolean _ = statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a rival's tables", e);
    }
  }
}
