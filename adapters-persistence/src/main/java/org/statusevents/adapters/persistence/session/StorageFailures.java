package org.statusevents.adapters.persistence.session;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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

  /// Where the key of one month's table is named for the month.
  private static final Pattern MONTH = Pattern.compile("_p\\d{4}_\\d{2}(?=_pkey$)");

  /// Of no check by name: a row of a time that there is no month for. Some clock is wrong, or
  /// housekeeping has not run for months.
  private static final String CHECK_VIOLATION = "23514";

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
    if (state.equals(CHECK_VIOLATION) && constraint(cause).isEmpty()) {
      return new StorageUnavailable(
          "there is no room for rows of that time; is this node's clock right?", failure);
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

  private static Optional<String> constraint(SQLException violation) {
    return violation instanceof PSQLException known
        ? Optional.ofNullable(known.getServerErrorMessage()).map(ServerErrorMessage::getConstraint)
        : Optional.empty();
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
    return constraint(violation)
        .map(key -> MONTH.matcher(key).replaceFirst(""))
        .filter(CONTESTED::contains)
        .isPresent();
  }
}
