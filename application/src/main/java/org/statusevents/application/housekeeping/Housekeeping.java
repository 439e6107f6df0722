package org.statusevents.application.housekeeping;

import java.time.InstantSource;

/// The door to housekeeping.
public final class Housekeeping {
  private Housekeeping() {}

  public static MakeRoom makeRoom(StoredMonths months) {
    return new RoomMaker(months);
  }

  /// `clock` only has to agree with the storage's: where they are far apart nothing is let go,
  /// since nobody can tell what is old.
  public static KeepHouse keepHouse(
      StoredMonths months, Leftovers leftovers, Retention retention, InstantSource clock) {
    return new HouseKeeper(months, leftovers, retention, clock);
  }
}
