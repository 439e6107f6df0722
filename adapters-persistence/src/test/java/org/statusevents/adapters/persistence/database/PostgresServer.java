package org.statusevents.adapters.persistence.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.statusevents.adapters.persistence.PersistenceConfig;
import org.statusevents.adapters.persistence.PostgresPersistence;

/// A running PostgreSQL with a migrated template, of which each test class gets a copy.
final class PostgresServer {
  private static final String TEMPLATE = "template_migrated";
  private static final int POOL_SIZE = 12;

  private final int port;
  private final AtomicInteger copies = new AtomicInteger();

  /// On loopback, with a superuser "postgres" who needs no password.
  PostgresServer(int port) {
    this.port = port;
    execute("create database " + TEMPLATE);
    try (PostgresPersistence persistence = open(config(TEMPLATE))) {
      int _ = persistence.migrations().migrate();
    }
    empty(config(TEMPLATE));
  }

  /// With a key of zeros, which seals nothing that matters.
  static PostgresPersistence open(PersistenceConfig config) {
    return new PostgresPersistence(config, "test", Map.of("test", new byte[32]));
  }

  PersistenceConfig copy() {
    String name = "copy_" + copies.incrementAndGet();
    execute("create database " + name + " template " + TEMPLATE);
    return config(name);
  }

  /// Deletes rather than truncates: with few rows that is much quicker. There is room again for the
  /// times of the tests' own clock, which begins in March 2026.
  static void empty(PersistenceConfig config) {
    execute(
        config,
        """
        do $$
        declare name text;
        begin
          for name in select relname from pg_class
                       where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                         and not relispartition and relname not like 'flyway%'
          loop
            execute format('delete from %I', name);
          end loop;
          perform make_room(parent, month::date)
             from unnest(array['order_history', 'channel_update', 'delivery_attempt']) as parent,
                  generate_series(timestamp '2026-02-01', '2026-06-01', '1 month') as month;
        end $$
        """);
  }

  private PersistenceConfig config(String database) {
    return new PersistenceConfig(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database, "postgres", "", POOL_SIZE);
  }

  private void execute(String sql) {
    execute(config("postgres"), sql);
  }

  private static void execute(PersistenceConfig config, String sql) {
    try (Connection connection =
            DriverManager.getConnection(config.jdbcUrl(), config.user(), config.password());
        Statement statement = connection.createStatement()) {
      var _ = statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("the database server refused: " + sql, e);
    }
  }
}
