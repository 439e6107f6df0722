package org.statusevents.adapters.persistence;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.stream.Stream;
import org.statusevents.adapters.persistence.health.Health;
import org.statusevents.adapters.persistence.session.CurrentSession;
import org.statusevents.adapters.persistence.session.Sessions;
import org.statusevents.application.health.Readiness;
import org.statusevents.application.transaction.Transactions;

/// The door to persistence: the driven ports, and the queries that persistence answers directly, on
/// one PostgreSQL database. Opens without the database; calls while it is away throw
/// [org.statusevents.application.transaction.StorageUnavailable] and work again by themselves. Safe
/// for many threads.
public final class PostgresPersistence implements AutoCloseable {
  private final SchemaMigrations migrations;
  private final HikariDataSource connections;
  private final CurrentSession session;

  public PostgresPersistence(PersistenceConfig config) {
    migrations = new SchemaMigrations(config);
    connections = ConnectionPool.open(config);
    session = Sessions.over(connections, mappers());
  }

  static List<Class<?>> mappers() {
    return Stream.of(Health.MAPPERS).<Class<?>>flatMap(List::stream).toList();
  }

  public SchemaMigrations migrations() {
    return migrations;
  }

  public Transactions transactions() {
    return Sessions.transactions(session);
  }

  public Readiness readiness() {
    return Health.readiness(session);
  }

  /// Closes all connections; running calls fail.
  @Override
  public void close() {
    connections.close();
  }
}
