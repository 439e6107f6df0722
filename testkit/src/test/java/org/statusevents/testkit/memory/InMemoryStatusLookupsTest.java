package org.statusevents.testkit.memory;

import java.time.InstantSource;
import org.statusevents.testkit.LookupWorld;
import org.statusevents.testkit.lookup.StatusLookupsContract;

final class InMemoryStatusLookupsTest implements StatusLookupsContract {
  private final InMemoryStorage storage = new InMemoryStorage(InstantSource.system());

  @Override
  public LookupWorld world() {
    return storage;
  }
}
