package org.statusevents.adapters.persistence;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.statusevents.adapters.persistence.session.StorageFailures;

/// Brings the database's schema to the form that this release needs. Several nodes may start at
/// once: one migrates, the others wait.
public final class SchemaMigrations {
  private final Flyway flyway;

  SchemaMigrations(PersistenceConfig config) {
    flyway =
        Flyway.configure(SchemaMigrations.class.getClassLoader())
            .dataSource(config.jdbcUrl(), config.user(), config.password())
            .locations("classpath:db/migration")
            .cleanDisabled(true)
            .load();
  }

  /// Applies what is missing and answers how many steps that were; 0 when all was there. Throws
  /// [org.statusevents.application.transaction.StorageUnavailable] when the database is away.
  public int migrate() {
    try {
      return flyway.migrate().migrationsExecuted;
    } catch (FlywayException e) {
      throw StorageFailures.translate(e);
    }
  }
}
