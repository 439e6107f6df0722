package org.statusevents.application.housekeeping;

import java.time.Duration;
import java.time.YearMonth;

/// How far back the past is kept: at least that many whole months, and operations for that long.
/// The history reaches as far back as the ledger or further, since it holds what updates say.
public record Retention(int historyMonths, int ledgerMonths, Duration operations) {
  public static final int MONTHS_MIN = 1;
  public static final int MONTHS_MAX = 600;
  public static final Duration OPERATIONS_MIN = Duration.ofHours(1);
  public static final Duration OPERATIONS_MAX = Duration.ofDays(366);
  public static final Retention STANDARD = new Retention(25, 13, Duration.ofDays(30));

  public Retention {
    if (ledgerMonths < MONTHS_MIN || historyMonths < ledgerMonths || historyMonths > MONTHS_MAX) {
      throw new IllegalArgumentException(
          "months of history and ledger: "
              + historyMonths
              + ", "
              + ledgerMonths
              + " (expected: "
              + MONTHS_MIN
              + ".."
              + MONTHS_MAX
              + ", of history no fewer)");
    }
    if (operations.compareTo(OPERATIONS_MIN) < 0 || operations.compareTo(OPERATIONS_MAX) > 0) {
      throw new IllegalArgumentException(
          "operations: " + operations + " (expected: PT1H to P366D)");
    }
  }

  /// The first month of the history that is kept.
  YearMonth historyFrom(YearMonth current) {
    return current.minusMonths(historyMonths);
  }

  /// The first month of the ledger that is kept.
  YearMonth ledgerFrom(YearMonth current) {
    return current.minusMonths(ledgerMonths);
  }
}
