package org.statusevents.testkit.memory;

import java.time.InstantSource;
import org.statusevents.testkit.DeliveringNode;
import org.statusevents.testkit.DeliveringWorld;
import org.statusevents.testkit.delivering.NodesContract;

final class InMemoryNodesTest implements NodesContract {
  private final InMemoryStorage storage = new InMemoryStorage(InstantSource.system());

  @Override
  public DeliveringWorld world() {
    return storage;
  }

  @Override
  public DeliveringNode node() {
    return storage.anotherNode();
  }
}
