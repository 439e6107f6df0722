package org.statusevents.testkit.memory;

import java.time.InstantSource;
import org.statusevents.testkit.ReadingWorld;
import org.statusevents.testkit.delivering.ReplaysContract;
import org.statusevents.testkit.delivering.ReplaysFindContract;

final class InMemoryReplaysTest implements ReplaysContract, ReplaysFindContract {
  private final InMemoryStorage storage = new InMemoryStorage(InstantSource.system());

  @Override
  public ReadingWorld world() {
    return storage;
  }
}
