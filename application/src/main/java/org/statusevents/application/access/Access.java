package org.statusevents.application.access;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// The door to access: takes the driven ports, returns the use cases. `randomness` must be fit for
/// secrets.
public final class Access {
  private Access() {}

  public static Authenticate authenticate(
      AccessKeys keys, InstantSource clock, RandomGenerator randomness) {
    return new KeyRing(keys, clock, randomness);
  }

  public static ManageKeys manageKeys(
      AccessKeys keys, InstantSource clock, RandomGenerator randomness) {
    return new KeyRing(keys, clock, randomness);
  }
}
