package org.statusevents.benchmarks.faults.driving;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.statusevents.benchmarks.database.CrashableDatabase;
import org.statusevents.benchmarks.faults.journal.FaultKind;
import org.statusevents.benchmarks.faults.network.Side;
import org.statusevents.benchmarks.faults.proxy.FaultProxy;
import org.statusevents.benchmarks.faults.proxy.Harm;

/// Does one harm after the other. What lasts goes on beside what comes next.
final class Saboteur implements AutoCloseable {
  private static final long SESSION_NANOS_MAX = TimeUnit.SECONDS.toNanos(180);
  private static final String NOBODY = "nobody";
  private static final String TERMINATE =
      """
      select coalesce((select pg_terminate_backend(pid)::text || ' pid ' || pid
        from (select pid from pg_stat_activity
               where application_name = 'status-events' and pid <> pg_backend_pid()
               order by state = 'active' desc, random() limit 1) one), 'nobody')
      """;

  private final CrashableDatabase database;
  private final Victims<Node> nodes;
  private final Victims<Door> doors;
  private final Spells spells;
  private final SplittableRandom random;

  Saboteur(
      CrashableDatabase database, List<Node> nodes, List<Door> doors, Spells spells, long seed) {
    this.database = database;
    this.nodes = new Victims<>(nodes, Node::isUp, seed + 1);
    this.doors = new Victims<>(doors, _ -> true, seed + 2);
    this.spells = spells;
    this.random = new SplittableRandom(seed);
  }

  /// Returns when it is done or, where it lasts, under way; a killed node may still be on its way
  /// up.
  void harm(FaultKind kind) {
    switch (kind) {
      case NODE_KILLED ->
          nodes
              .any()
              .ifPresent(node -> {
                spells.once(kind, node.name(), node::kill);
                Thread _ = Thread.ofVirtual().name("restart").start(node::start);
              });
      case DATABASE_STOPPED -> restarted(kind, database::stopAtOnce);
      case DATABASE_KILLED -> restarted(kind, database::killAtOnce);
      case BACKEND_TERMINATED -> spells.once(kind, "database", this::terminated);
      case NODE_FROZEN -> node(kind, 15_000, 60_000, Node::freeze);
      case NODE_CUT_OFF -> node(kind, 3_000, 20_000, node -> cut(node, Side.EVERYTHING));
      case DATABASE_UNREACHABLE -> node(kind, 2_000, 12_000, node -> cut(node, Side.DATABASE));
      case RECEIVERS_UNREACHABLE -> node(kind, 2_000, 12_000, node -> cut(node, Side.RECEIVERS));
      case DATABASE_CUT ->
          nodes
              .any()
              .ifPresent(node ->
                  spells.once(
                      kind,
                      node.name(),
                      () -> {
                        node.proxy().sever();
                        return node.name();
                      }));
      case DATABASE_SILENT -> before(kind, 2_000, 8_000, new Harm.BlackHole());
      case DATABASE_LATE -> before(kind, 3_000, 10_000, new Harm.Latency(millis(20, 300)));
      case DATABASE_SLOW ->
          before(kind, 3_000, 10_000, new Harm.Bandwidth(random.nextInt(20_000, 200_000)));
      case DATABASE_ANSWER_LOST -> before(kind, 500, 2_000, new Harm.ResetAfterCommit());
      case RECEIVER_REFUSED -> door(kind, 500, 2_500, Saboteur::refuse);
      case RECEIVER_LATE -> {
        Harm late = new Harm.Latency(millis(200, 2_000));
        door(kind, 3_000, 15_000, proxy -> harm(proxy, late));
      }
      case RECEIVER_SLOW -> {
        Harm slow = new Harm.Bandwidth(random.nextInt(500, 5_000));
        door(kind, 3_000, 15_000, proxy -> harm(proxy, slow));
      }
      case RECEIVER_CLOSES_LATE -> {
        Harm late = new Harm.SlowClose(millis(1_000, 5_000));
        door(kind, 3_000, 15_000, proxy -> harm(proxy, late));
      }
    }
  }

  private void restarted(FaultKind kind, Runnable stop) {
    spells.once(
        kind,
        "database",
        () -> {
          stop.run();
          database.startAgain();
          return "database";
        });
  }

  private void before(FaultKind kind, long from, long to, Harm harm) {
    node(kind, from, to, node -> harm(node.proxy(), harm));
  }

  private void node(FaultKind kind, long from, long to, Function<Node, Runnable> harm) {
    spells.cast(kind, random.nextLong(from, to), nodes, Node::name, harm);
  }

  private void door(FaultKind kind, long from, long to, Function<FaultProxy, Runnable> harm) {
    spells.cast(
        kind, random.nextLong(from, to), doors, Door::channel, door -> harm.apply(door.proxy()));
  }

  private static Runnable harm(FaultProxy proxy, Harm harm) {
    proxy.harm(harm);
    return () -> proxy.harm(new Harm.None());
  }

  private static Runnable refuse(FaultProxy proxy) {
    proxy.refuse();
    proxy.sever();
    return proxy::takeAgain;
  }

  private static Runnable cut(Node node, Side side) {
    node.namespace().cut(side);
    return () -> node.namespace().join(side);
  }

  private Duration millis(int from, int to) {
    return Duration.ofMillis(random.nextInt(from, to));
  }

  /// Ends a session, as soon as there is one.
  private String terminated() {
    long began = System.nanoTime();
    String whom = database.address().ask(TERMINATE);
    while (whom.equals(NOBODY) && System.nanoTime() - began < SESSION_NANOS_MAX) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      whom = database.address().ask(TERMINATE);
    }
    return whom;
  }

  /// Nobody waits for somebody to do harm to any more.
  @Override
  public void close() {
    nodes.close();
    doors.close();
  }
}
