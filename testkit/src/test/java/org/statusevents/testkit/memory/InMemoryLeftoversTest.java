package org.statusevents.testkit.memory;

import java.time.InstantSource;
import org.statusevents.testkit.HousekeepingWorld;
import org.statusevents.testkit.housekeeping.LeftoversContract;

final class InMemoryLeftoversTest implements LeftoversContract {
  private final InMemoryStorage storage = new InMemoryStorage(InstantSource.system());

  @Override
  public HousekeepingWorld world() {
    return storage;
  }
}
