package org.statusevents.application.housekeeping;

/// Makes room for the rows of the months to come and lets go of what is older than the store of the
/// past reaches back, but of nothing that an update which is not delivered yet needs. Several nodes
/// may do it at once; a second run at the same time finds nothing to do. What cannot be let go now
/// is tried again by the next run. Throws
/// [org.statusevents.application.transaction.StorageUnavailable].
public interface KeepHouse {
  HouseReport keep(Mode mode);

  enum Mode {
    FOR_REAL,
    /// Changes nothing, and reports what a run for real would do.
    DRY_RUN
  }
}
