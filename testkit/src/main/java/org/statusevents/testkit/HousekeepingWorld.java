package org.statusevents.testkit;

import org.statusevents.application.housekeeping.Leftovers;
import org.statusevents.application.housekeeping.StoredMonths;

/// What housekeeping needs besides, of the same storage.
public interface HousekeepingWorld extends ReadingWorld, LookupWorld {
  StoredMonths storedMonths();

  Leftovers leftovers();
}
