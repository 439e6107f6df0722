package org.statusevents.adapters.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.statusevents.adapters.persistence.session.StorageFailures;

/// Brings the database's schema to the form that this release needs. Several nodes may start at
/// once: one migrates, the others wait.
public final class SchemaMigrations {
  private static final int RELEASE_MIN = 15;
  private static final String WRONG_USER = "28";
  private static final String NO_SUCH_DATABASE = "3D000";
  private static final String NOT_ALLOWED = "42501";

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
  /// [org.statusevents.application.transaction.StorageUnavailable] when the database is away, and
  /// [DatabaseRefusal] when it is there and will not do.
  public int migrate() {
    try {
      refuseOldRelease();
      return flyway.migrate().migrationsExecuted;
    } catch (FlywayException e) {
      throw meaning(e);
    }
  }

  private void refuseOldRelease() {
    try (Connection connection = flyway.getConfiguration().getDataSource().getConnection()) {
      int release = connection.getMetaData().getDatabaseMajorVersion();
      if (release < RELEASE_MIN) {
        throw new DatabaseRefusal(
            "it is PostgreSQL " + release + " (expected: " + RELEASE_MIN + " or newer)", null);
      }
    } catch (SQLException e) {
      throw meaning(new FlywayException("the database's release cannot be told", e));
    }
  }

  private static RuntimeException meaning(FlywayException failure) {
    if (failure instanceof FlywayValidateException) {
      return new DatabaseRefusal("its tables are not those of this release", failure);
    }
    Optional<SQLException> refusal =
        StorageFailures.sqlException(failure).filter(SchemaMigrations::isRefusal);
    return refusal.isPresent()
        ? new DatabaseRefusal("it says: " + refusal.get().getMessage(), failure)
        : StorageFailures.translate(failure);
  }

  private static boolean isRefusal(SQLException cause) {
    String state = Optional.ofNullable(cause.getSQLState()).orElse("");
    return state.startsWith(WRONG_USER)
        || state.equals(NO_SUCH_DATABASE)
        || state.equals(NOT_ALLOWED);
  }
}
