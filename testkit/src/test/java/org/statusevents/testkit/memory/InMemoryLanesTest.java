package org.statusevents.testkit.memory;

import java.time.InstantSource;
import org.statusevents.testkit.DeliveringWorld;
import org.statusevents.testkit.delivering.LanesContract;

final class InMemoryLanesTest implements LanesContract {
  private final InMemoryStorage storage = new InMemoryStorage(InstantSource.system());

  @Override
  public DeliveringWorld world() {
    return storage;
  }
}
