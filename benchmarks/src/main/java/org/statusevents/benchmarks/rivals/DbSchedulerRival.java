package org.statusevents.benchmarks.rivals;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// db-scheduler, with the strategy and the limits that its documentation measured best with: lock
/// and fetch, 20 threads, lower limit 4, upper limit 20. One-time executions know no order.
final class DbSchedulerRival implements Rival {
  private static final double LOWER = 4.0;
  private static final double UPPER = 20.0;
  private static final int PER_BATCH = 1_000;
  private static final TaskDescriptor<String> SEND = TaskDescriptor.of("send", String.class);

  private final HikariDataSource pool;
  private final RivalTables tables;
  private final HttpSender sender;
  private final Scheduler scheduler;

  DbSchedulerRival(HikariDataSource pool, URI receiver) {
    this.pool = pool;
    this.tables = new RivalTables(pool);
    this.sender = new HttpSender(receiver, Rivals.THREADS);
    tables.execute(
        "drop table if exists scheduled_tasks",
        """
        create table scheduled_tasks (
          task_name text not null, task_instance text not null, task_data bytea,
          execution_time timestamptz, picked boolean not null, picked_by text,
          last_success timestamptz, last_failure timestamptz, consecutive_failures int,
          last_heartbeat timestamptz, version bigint not null, priority smallint, state text,
          primary key (task_name, task_instance))
        """,
        "create index on scheduled_tasks (execution_time)",
        "create index on scheduled_tasks (last_heartbeat)");
    OneTimeTask<String> task =
        Tasks.oneTime(SEND).execute((instance, _) -> sender.send(instance.getData()));
    scheduler =
        Scheduler.create(pool, task)
            .threads(Rivals.THREADS)
            .pollUsingLockAndFetch(LOWER, UPPER)
            .pollingInterval(Duration.ofSeconds(1))
            .build();
  }

  @Override
  public String name() {
    return "db-scheduler";
  }

  @Override
  public void schedule(List<RivalUpdate> updates) {
    Instant due = Instant.now();
    for (int from = 0; from < updates.size(); from += PER_BATCH) {
      List<TaskInstance<?>> part =
          updates.subList(from, Math.min(updates.size(), from + PER_BATCH)).stream()
              .<TaskInstance<?>>map(
                  update -> SEND.instance(update.id()).data(update.body()).build())
              .toList();
      scheduler.scheduleBatch(part, due);
    }
    tables.execute("vacuum analyze scheduled_tasks");
  }

  @Override
  public void start() {
    scheduler.start();
  }

  @Override
  public void close() {
    scheduler.stop();
    tables.execute("drop table if exists scheduled_tasks");
    sender.close();
    pool.close();
  }
}
