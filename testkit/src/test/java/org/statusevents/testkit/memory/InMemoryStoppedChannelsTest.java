package org.statusevents.testkit.memory;

import java.time.InstantSource;
import org.statusevents.testkit.DeliveringWorld;
import org.statusevents.testkit.delivering.StoppedChannelsContract;

final class InMemoryStoppedChannelsTest implements StoppedChannelsContract {
  private final InMemoryStorage storage = new InMemoryStorage(InstantSource.system());

  @Override
  public DeliveringWorld world() {
    return storage;
  }
}
