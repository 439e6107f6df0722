package org.statusevents.application.lookup;

import java.time.InstantSource;
import org.statusevents.application.configuring.Configurations;

/// The door to look-ups: takes the driven ports, returns the use case.
public final class Lookup {
  private Lookup() {}

  public static LookUpStatus lookUpStatus(
      StatusLookups lookups, Configurations configurations, InstantSource clock) {
    return new StatusFinder(lookups, configurations, clock);
  }
}
