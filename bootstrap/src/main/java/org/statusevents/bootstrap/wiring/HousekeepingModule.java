package org.statusevents.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.time.InstantSource;
import org.statusevents.application.housekeeping.Housekeeping;
import org.statusevents.application.housekeeping.Leftovers;
import org.statusevents.application.housekeeping.Retention;
import org.statusevents.application.housekeeping.StoredMonths;
import org.statusevents.bootstrap.housekeeping.Housekeeper;

/// Room for what comes, and an end for what is old.
final class HousekeepingModule extends AbstractModule {
  private final Retention retention;

  HousekeepingModule(Retention retention) {
    this.retention = retention;
  }

  @Provides
  @Singleton
  Housekeeper housekeeper(StoredMonths months, Leftovers leftovers, InstantSource clock) {
    return new Housekeeper(
        Housekeeping.makeRoom(months),
        Housekeeping.keepHouse(months, leftovers, retention, clock),
        Housekeeper.Pauses.STANDARD);
  }
}
