package org.statusevents.testkit.memory;

import java.time.InstantSource;
import org.statusevents.testkit.HousekeepingWorld;
import org.statusevents.testkit.housekeeping.StoredMonthsContract;

final class InMemoryStoredMonthsTest implements StoredMonthsContract {
  private final InMemoryStorage storage = new InMemoryStorage(InstantSource.system());

  @Override
  public HousekeepingWorld world() {
    return storage;
  }
}
