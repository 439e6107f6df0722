package org.statusevents.benchmarks.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/// The PostgreSQL that everything in a run is measured on.
public interface BenchDatabase extends AutoCloseable {

  Address address();

  /// What it is, for the report.
  String description();

  /// Stops and removes what was made for this run.
  @Override
  void close();

  /// Where a database is and who to be there.
  record Address(String host, int port, String name, String user, Optional<String> password) {
    public String jdbcUrl() {
      return "jdbc:postgresql://" + host + ":" + port + "/" + name;
    }

    public Connection connect() {
      try {
        return DriverManager.getConnection(jdbcUrl(), user, password.orElse(""));
      } catch (SQLException e) {
        throw new BenchFailure("the database cannot be reached: " + e.getMessage(), e);
      }
    }

    /// Runs statements for what they do.
    public void execute(String... statements) {
      try (Connection connection = connect();
          Statement statement = connection.createStatement()) {
        for (String sql : statements) {
          boolean _ = statement.execute(sql);
        }
      } catch (SQLException e) {
        throw new BenchFailure("the database refuses: " + e.getMessage(), e);
      }
    }

    /// The first column of the first row.
    public String ask(String query) {
      try (Connection connection = connect();
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(query)) {
        if (!rows.next()) {
          throw new BenchFailure("no answer to: " + query);
        }
        return String.valueOf(rows.getString(1));
      } catch (SQLException e) {
        throw new BenchFailure("the database refuses: " + e.getMessage(), e);
      }
    }

    @Override
    public String toString() {
      return "Address[" + host + ":" + port + "/" + name + "]";
    }
  }
}
