package org.statusevents.benchmarks.rivals;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.statusevents.benchmarks.database.BenchDatabase.Address;

/// The libraries to compare with, on the run's database.
public final class Rivals {
  /// As many as the product's service has.
  private static final int CONNECTIONS = 24;

  private Rivals() {}

  /// Each to be opened, measured and closed alone.
  public static List<Supplier<Rival>> all(Address database, URI receiver) {
    return List.of(
        () -> new TransactionOutboxRival(pool(database), receiver),
        () -> new DbSchedulerRival(pool(database), receiver));
  }

  private static HikariDataSource pool(Address database) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(database.jdbcUrl());
    config.setUsername(database.user());
    database.password().ifPresent(config::setPassword);
    config.setMaximumPoolSize(CONNECTIONS);
    return new HikariDataSource(config);
  }
}
