package org.statusevents.adapters.persistence.session;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.statusevents.application.transaction.ConcurrentChange;
import org.statusevents.application.transaction.StorageUnavailable;

/// What a failure of the database means.
public final class StorageFailures {
  private static final String UNIQUE_VIOLATION = "23505";

  /// Keys that two callers may reach for at once. An order that arises twice at once may show in
  /// any of its tables first.
  private static final Set<String> CONTESTED =
      Set.of(
          "operation_pkey",
          "customer_order_pkey",
          "order_contact_pkey",
          "order_history_pkey",
          "channel_update_pkey",
          "configuration_version_pkey",
          "store_pkey");

  private static final Set<String> LOST_RACE = Set.of("40001", "40P01");

  /// Shut down, shutting down, starting, read-only standby, and the time limits of a database that
  /// is too busy.
  private static final Set<String> AWAY =
      Set.of("57P01", "57P02", "57P03", "57P05", "25006", "25P03", "57014", "55P03", "58030");

  private StorageFailures() {}

  /// The exception to throw for `failure`: [ConcurrentChange], [StorageUnavailable], or itself.
  public static RuntimeException translate(RuntimeException failure) {
    Optional<SQLException> found = sqlException(failure);
    if (found.isEmpty()) {
      return failure;
    }
    SQLException cause = found.get();
    String state = Optional.ofNullable(cause.getSQLState()).orElse("");
    if (LOST_RACE.contains(state) || (state.equals(UNIQUE_VIOLATION) && contested(cause))) {
      return new ConcurrentChange("somebody else changed the same rows (" + state + ")", failure);
    }
    return isAway(cause, state)
        ? new StorageUnavailable("the database cannot be used now (" + state + ")", failure)
        : failure;
  }

  private static boolean isAway(SQLException cause, String state) {
    return cause instanceof SQLTransientConnectionException
        || state.startsWith("08")
        || state.startsWith("53")
        || AWAY.contains(state);
  }

  /// The first failure of the database among the causes.
  public static Optional<SQLException> sqlException(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException found) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private static boolean contested(SQLException violation) {
    return violation instanceof PSQLException known
        && Optional.ofNullable(known.getServerErrorMessage())
            .map(ServerErrorMessage::getConstraint)
            .filter(CONTESTED::contains)
            .isPresent();
  }
}
