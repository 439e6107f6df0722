package org.statusevents.adapters.persistence;

import org.jspecify.annotations.Nullable;

/// The database is there but does not serve as it is: the wrong user, no such database, too old a
/// release, other tables. The message says which; trying again does not help.
public final class DatabaseRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DatabaseRefusal(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
