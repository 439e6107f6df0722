package org.statusevents.application.housekeeping;

import java.time.YearMonth;

/// The rows of one month (UTC), by the time at which they were recorded, owed or tried.
public record StoredMonth(Rows rows, YearMonth month) {
  /// What is kept by months.
  public enum Rows {
    /// The events of orders.
    HISTORY,
    /// What channels were owed.
    LEDGER,
    /// How deliveries went.
    ATTEMPTS
  }
}
