package org.statusevents.benchmarks.faults.driving;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.statusevents.benchmarks.database.BenchFailure;
import org.statusevents.benchmarks.database.CrashableDatabase;
import org.statusevents.benchmarks.faults.journal.Entry;
import org.statusevents.benchmarks.faults.journal.FaultKind;
import org.statusevents.benchmarks.faults.journal.Journal;
import org.statusevents.benchmarks.faults.proxy.FaultProxy;
import org.statusevents.benchmarks.faults.proxy.Harm;

/// Does one harm after the other, and writes down what it did before and after.
final class Saboteur {
  private static final long NODE_NANOS_MAX = TimeUnit.SECONDS.toNanos(180);
  private static final String NOBODY = "nobody";
  private static final String TERMINATE =
      """
      select coalesce((select pg_terminate_backend(pid)::text || ' pid ' || pid
        from (select pid from pg_stat_activity
               where application_name = 'status-events' and pid <> pg_backend_pid()
               order by state = 'active' desc, random() limit 1) one), 'nobody')
      """;

  private final CrashableDatabase database;
  private final List<Node> nodes;
  private final List<FaultProxy> receivers;
  private final Journal journal;
  private final SplittableRandom random;

  Saboteur(
      CrashableDatabase database,
      List<Node> nodes,
      List<FaultProxy> receivers,
      Journal journal,
      long seed) {
    this.database = database;
    this.nodes = List.copyOf(nodes);
    this.receivers = List.copyOf(receivers);
    this.journal = journal;
    this.random = new SplittableRandom(seed);
  }

  /// Returns when it is done; a killed node may still be on its way up.
  void harm(FaultKind kind) {
    long began = System.currentTimeMillis();
    switch (kind) {
      case NODE_KILLED -> kill(began);
      case DATABASE_STOPPED -> {
        written(kind, began, began, "database");
        database.stopAtOnce();
        database.startAgain();
        written(kind, began, System.currentTimeMillis(), "database");
      }
      case BACKEND_TERMINATED -> {
        String whom = terminated();
        written(kind, began, System.currentTimeMillis(), whom);
      }
      case NODE_FROZEN -> {
        Node node = anyUp();
        written(kind, began, began, node.name());
        node.freeze(random.nextLong(15_000, 60_000));
        written(kind, began, System.currentTimeMillis(), node.name());
      }
      case DATABASE_CUT -> {
        Node node = anyUp();
        node.proxy().sever();
        written(kind, began, System.currentTimeMillis(), node.name());
      }
      case DATABASE_SILENT -> {
        Node node = anyUp();
        written(kind, began, began, node.name());
        node.proxy().harm(new Harm.BlackHole());
        pause(random.nextLong(2_000, 8_000));
        node.proxy().harm(new Harm.None());
        written(kind, began, System.currentTimeMillis(), node.name());
      }
      case RECEIVER_REFUSED -> {
        int which = random.nextInt(receivers.size());
        written(kind, began, began, Workload.channel(which));
        receivers.get(which).refuse();
        receivers.get(which).sever();
        pause(random.nextLong(500, 2_500));
        receivers.get(which).takeAgain();
        written(kind, began, System.currentTimeMillis(), Workload.channel(which));
      }
    }
  }

  private void kill(long began) {
    Node node = anyUp();
    written(FaultKind.NODE_KILLED, began, began, node.name());
    String whom = node.kill();
    written(FaultKind.NODE_KILLED, began, System.currentTimeMillis(), whom);
    Thread _ = Thread.ofVirtual().name("restart").start(node::start);
  }

  /// Ends a session, as soon as there is one.
  private String terminated() {
    long began = System.nanoTime();
    String whom = database.address().ask(TERMINATE);
    while (whom.equals(NOBODY) && System.nanoTime() - began < NODE_NANOS_MAX) {
      pause(50);
      whom = database.address().ask(TERMINATE);
    }
    return whom;
  }

  private Node anyUp() {
    long began = System.nanoTime();
    while (System.nanoTime() - began < NODE_NANOS_MAX) {
      int first = random.nextInt(nodes.size());
      Optional<Node> up =
          nodes.get(first).isUp()
              ? Optional.of(nodes.get(first))
              : nodes.stream().filter(Node::isUp).findFirst();
      if (up.isPresent()) {
        return up.get();
      }
      pause(50);
    }
    throw new BenchFailure("no node came up again");
  }

  private static void pause(long millis) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  private void written(FaultKind kind, long at, long until, String whom) {
    journal.write(new Entry.Fault(at, until, kind, whom));
  }
}
