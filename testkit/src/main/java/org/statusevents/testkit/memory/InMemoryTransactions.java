package org.statusevents.testkit.memory;

import java.util.function.Supplier;
import org.statusevents.application.transaction.ConcurrentChange;
import org.statusevents.application.transaction.Transactions;

final class InMemoryTransactions implements Transactions {
  private static final int RUNS_MAX = 5;

  private final InMemoryStorage storage;

  InMemoryTransactions(InMemoryStorage storage) {
    this.storage = storage;
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    if (storage.isInTransaction()) {
      throw new IllegalStateException("a transaction within a transaction");
    }
    int run = 1;
    while (true) {
      try {
        return storage.atomically(work);
      } catch (ConcurrentChange lost) {
        if (run == RUNS_MAX) {
          throw lost;
        }
        run++;
      }
    }
  }
}
