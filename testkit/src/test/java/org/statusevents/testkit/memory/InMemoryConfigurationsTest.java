package org.statusevents.testkit.memory;

import java.time.InstantSource;
import org.statusevents.testkit.DeliveringWorld;
import org.statusevents.testkit.configuring.ConfigurationsContract;

final class InMemoryConfigurationsTest implements ConfigurationsContract {
  private final InMemoryStorage storage = new InMemoryStorage(InstantSource.system());

  @Override
  public DeliveringWorld world() {
    return storage;
  }
}
