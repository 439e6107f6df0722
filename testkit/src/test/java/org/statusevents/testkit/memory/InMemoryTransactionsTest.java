package org.statusevents.testkit.memory;

import java.time.InstantSource;
import org.statusevents.testkit.RecordingWorld;
import org.statusevents.testkit.transaction.TransactionsContract;

final class InMemoryTransactionsTest implements TransactionsContract {
  private final InMemoryStorage storage = new InMemoryStorage(InstantSource.system());

  @Override
  public RecordingWorld world() {
    return storage;
  }
}
