package org.statusevents.benchmarks.rivals;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.statusevents.benchmarks.database.BenchDatabase.Address;

/// The libraries to compare with, on the run's database.
public final class Rivals {
  /// As many as the product's service has.
  private static final int CONNECTIONS = 24;

  static final int THREADS = 20;

  private Rivals() {}

  /// Each to be opened, measured and closed alone.
  public static List<Supplier<Rival>> all(Address database, URI receiver) {
    return List.of(
        () -> new TransactionOutboxRival(pool(database), receiver),
        () -> new DbSchedulerRival(pool(database), receiver));
  }

  /// Sends the updates with as many threads as a rival has, without a database. Returns when all
  /// are sent.
  public static void callsAlone(URI receiver, List<RivalUpdate> updates) {
    try (HttpSender sender = new HttpSender(receiver, THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (RivalUpdate update : updates) {
        threads.execute(() -> sender.send(update.body()));
      }
    }
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
