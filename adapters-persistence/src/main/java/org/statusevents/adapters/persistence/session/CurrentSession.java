package org.statusevents.adapters.persistence.session;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.statusevents.application.transaction.ConcurrentChange;
import org.statusevents.application.transaction.StorageUnavailable;

/// Gives adapters their mappers: in the caller's transaction where there is one, else in one of
/// their own. Failures come out as what they mean, see [StorageFailures]. Safe for many threads.
public final class CurrentSession {
  /// How often work that lost a race is run again.
  static final int REPEATS_MAX = 3;

  private static final long PAUSE_MICROS_MAX = 10_000;

  private final SqlSessionFactory sessions;
  private final ScopedValue<SqlSession> bound = ScopedValue.newInstance();

  public CurrentSession(SqlSessionFactory sessions) {
    this.sessions = sessions;
  }

  /// What `work` answers with that mapper. Outside of a transaction the work is one by itself, and
  /// is run again when it lost a race; so it must keep nothing from an earlier run.
  public <M, T> T with(Class<M> mapper, Function<M, T> work) {
    if (!bound.isBound()) {
      return inTransaction(() -> with(mapper, work));
    }
    try {
      return work.apply(bound.get().getMapper(mapper));
    } catch (PersistenceException e) {
      throw StorageFailures.translate(e);
    }
  }

  /// Throws [StorageUnavailable] where the database does not answer the least of questions within
  /// `seconds`. A limit on a statement is no such bound: it ends by asking the database.
  public void requireAnswer(int seconds) {
    boolean _ = inTransaction(() -> isAnswered(bound.get(), seconds));
  }

  private static boolean isAnswered(SqlSession session, int seconds) {
    try {
      if (session.getConnection().isValid(seconds)) {
        return true;
      }
      throw new SQLTimeoutException("no answer within " + seconds + " s");
    } catch (SQLException e) {
      throw new StorageUnavailable("the database cannot be used now", e);
    }
  }

  boolean isInTransaction() {
    return bound.isBound();
  }

  <T> T inTransaction(Supplier<T> work) {
    for (int repeats = 0; ; repeats++) {
      try {
        return once(work);
      } catch (ConcurrentChange lost) {
        if (repeats == REPEATS_MAX) {
          throw lost;
        }
        // Apart by chance, so that the same two do not meet again.
        long micros = ThreadLocalRandom.current().nextLong(PAUSE_MICROS_MAX << repeats);
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(micros));
      }
    }
  }

  private <T> T once(Supplier<T> work) {
    try (SqlSession session = sessions.openSession()) {
      try {
        T result = ScopedValue.where(bound, session).call(work::get);
        session.commit(true);
        return result;
      } catch (RuntimeException | Error e) {
        rollBack(session, e);
        throw e;
      }
    } catch (PersistenceException e) {
      throw StorageFailures.translate(e);
    }
  }

  /// A connection that is gone has nothing to roll back: `why` says what counts.
  private static void rollBack(SqlSession session, Throwable why) {
    try {
      session.rollback(true);
    } catch (PersistenceException e) {
      why.addSuppressed(e);
    }
  }
}
