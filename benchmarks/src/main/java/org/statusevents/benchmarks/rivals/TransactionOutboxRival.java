package org.statusevents.benchmarks.rivals;

import com.gruelbox.transactionoutbox.Dialect;
import com.gruelbox.transactionoutbox.Instantiator;
import com.gruelbox.transactionoutbox.Persistor;
import com.gruelbox.transactionoutbox.Submitter;
import com.gruelbox.transactionoutbox.TransactionManager;
import com.gruelbox.transactionoutbox.TransactionOutbox;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// transaction-outbox. As its documentation has it: a pool of connections, an executor of its own,
/// and a background thread that flushes until there is nothing left. Work is taken in the order of
/// the executor's threads, so an order's updates may overtake each other.
final class TransactionOutboxRival implements Rival {
  private static final int QUEUE = 16_384;
  private static final int PER_TRANSACTION = 100;

  private final HikariDataSource pool;
  private final RivalTables tables;
  private final HttpSender sender;
  private final TransactionManager transactions;
  private final TransactionOutbox outbox;
  private final ThreadPoolExecutor workers =
      new ThreadPoolExecutor(
          Rivals.THREADS, Rivals.THREADS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(QUEUE));
  private final Thread flusher = Thread.ofPlatform().name("outbox-flush").unstarted(this::flush);
  private volatile boolean delivering;
  private volatile boolean closed;

  TransactionOutboxRival(HikariDataSource pool, URI receiver) {
    this.pool = pool;
    this.tables = new RivalTables(pool);
    this.sender = new HttpSender(receiver, Rivals.THREADS);
    this.transactions = TransactionManager.fromDataSource(pool);
    tables.execute("drop table if exists txno_outbox", "drop table if exists txno_version");
    Submitter submitter = Submitter.withExecutor(workers);
    this.outbox =
        TransactionOutbox.builder()
            .transactionManager(transactions)
            .persistor(Persistor.forDialect(Dialect.POSTGRESQL_9))
            .instantiator(Instantiator.using(_ -> sender))
            .submitter((entry, process) -> {
              if (delivering) {
                submitter.submit(entry, process);
              }
            })
            .build();
  }

  @Override
  public String name() {
    return "transaction-outbox";
  }

  @Override
  public void schedule(List<RivalUpdate> updates) {
    for (int from = 0; from < updates.size(); from += PER_TRANSACTION) {
      List<RivalUpdate> part =
          updates.subList(from, Math.min(updates.size(), from + PER_TRANSACTION));
      transactions.inTransaction(
          () -> part.forEach(update -> outbox.schedule(Sender.class).send(update.body())));
    }
    // Else nothing is due before the attempt that was not made has had its time.
    tables.execute(
        "update txno_outbox set nextattempttime = nextattempttime - interval '2 days'",
        "vacuum analyze txno_outbox");
  }

  @Override
  public void start() {
    delivering = true;
    flusher.start();
  }

  private void flush() {
    while (!closed) {
      // A full queue refuses work, which then waits for its next attempt: do not fill it.
      if (workers.getQueue().size() > QUEUE / 4 || !outbox.flush()) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      if (flusher.isAlive()) {
        flusher.join(TimeUnit.SECONDS.toMillis(10));
      }
      workers.shutdown();
      boolean _ = workers.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    List<Runnable> _ = workers.shutdownNow();
    tables.execute("drop table if exists txno_outbox", "drop table if exists txno_version");
    sender.close();
    pool.close();
  }
}
