package org.statusevents.adapters.persistence.session;

import java.util.function.Supplier;
import org.statusevents.application.transaction.Transactions;

/// Transactions as dynamic extents: the session is bound to the running call.
final class MyBatisTransactions implements Transactions {
  private final CurrentSession session;

  MyBatisTransactions(CurrentSession session) {
    this.session = session;
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    if (session.isInTransaction()) {
      throw new IllegalStateException("a transaction within a transaction");
    }
    return session.inTransaction(work);
  }
}
