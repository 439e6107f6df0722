package org.statusevents.application.transaction;

import java.util.function.Supplier;

/// Runs work in one database transaction. Driven ports called within see and change the same
/// transaction; outside of one, each call is its own. Not nestable. Safe for many threads.
public interface Transactions {

  /// Commits when `work` returns and rolls back when it throws. Work that lost a race
  /// ([ConcurrentChange]) is run again from the start, a bounded number of times; so it must keep
  /// nothing from an earlier run. Throws [StorageUnavailable] when the database is away.
  <T> T inTransaction(Supplier<T> work);
}
