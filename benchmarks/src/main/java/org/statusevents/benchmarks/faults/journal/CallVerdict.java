package org.statusevents.benchmarks.faults.journal;

/// What a receiver did with a call.
public enum CallVerdict {
  /// Taken, and said so.
  TAKEN(true),
  /// Taken, but the answer never went out: the maker of duplicates.
  TAKEN_UNSAID(true),
  ERROR(false),
  ASKED_TO_WAIT(false),
  /// The connection was reset; nothing was taken.
  RESET(false),
  /// No answer until the sender gave up.
  STALLED(false);

  private final boolean taken;

  CallVerdict(boolean taken) {
    this.taken = taken;
  }

  public boolean taken() {
    return taken;
  }

  /// Counts against the update's retries.
  public boolean failure() {
    return this != TAKEN && this != ASKED_TO_WAIT;
  }
}
