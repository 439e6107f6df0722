package org.statusevents.adapters.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/// Connections to PostgreSQL. Opening the pool does not need the database; a call while it is away
/// fails within [#WAIT_MAX] and works again once it is back.
final class ConnectionPool {
  static final Duration WAIT_MAX = Duration.ofSeconds(2);
  private static final Duration VALIDATION_MAX = Duration.ofSeconds(1);
  private static final int SOCKET_SECONDS_MAX = 40;

  /// One statement takes milliseconds; one that takes this long harms the others. The time zone is
  /// fixed so that no answer depends on the machine's. Statements are planned once and run for
  /// hours: a plan made over a small table must not read all of it when it has grown.
  private static final String SESSION =
      """
      set statement_timeout = '30s'; set lock_timeout = '10s';
      set idle_in_transaction_session_timeout = '30s'; set timezone = 'UTC';
      set enable_seqscan = off; set jit = off
      """;

  private ConnectionPool() {}

  static HikariDataSource open(PersistenceConfig config) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("postgresql");
    pool.setJdbcUrl(config.jdbcUrl());
    pool.setUsername(config.user());
    pool.setPassword(config.password());
    pool.setMaximumPoolSize(config.poolSize());
    pool.setAutoCommit(false);
    pool.setConnectionTimeout(WAIT_MAX.toMillis());
    pool.setValidationTimeout(VALIDATION_MAX.toMillis());
    pool.setInitializationFailTimeout(-1);
    pool.setConnectionInitSql(SESSION);
    // The pool ends the transaction of its own statements. Left open, the first rollback would undo
    // the settings above, and now() would be when the connection was opened: due times of the past.
    pool.setIsolateInternalQueries(true);
    pool.addDataSourceProperty("ApplicationName", "status-events");
    pool.addDataSourceProperty("connectTimeout", Long.toString(WAIT_MAX.toSeconds()));
    pool.addDataSourceProperty("socketTimeout", Integer.toString(SOCKET_SECONDS_MAX));
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    // Details of errors quote rows, and rows hold what people are called.
    pool.addDataSourceProperty("logServerErrorDetail", "false");
    return new HikariDataSource(pool);
  }
}
