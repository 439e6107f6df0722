package org.statusevents.testkit.memory;

import java.time.InstantSource;
import org.statusevents.testkit.DeliveringWorld;
import org.statusevents.testkit.delivering.ToldFactsContract;

final class InMemoryToldFactsTest implements ToldFactsContract {
  private final InMemoryStorage storage = new InMemoryStorage(InstantSource.system());

  @Override
  public DeliveringWorld world() {
    return storage;
  }
}
