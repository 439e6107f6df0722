package org.statusevents.benchmarks.faults.journal;

/// What is done to the system.
public enum FaultKind {
  /// A node is killed with signal 9 and started again.
  NODE_KILLED(Reach.ALL),
  /// PostgreSQL is stopped at once, without a checkpoint, and started again.
  DATABASE_STOPPED(Reach.ALL),
  /// A session of a node is ended by the database.
  BACKEND_TERMINATED(Reach.ALL),
  /// A node stands still for a while and then goes on as if nothing had been.
  NODE_FROZEN(Reach.ALL),
  /// A node's connections to the database are reset.
  DATABASE_CUT(Reach.ALL),
  /// A node's bytes to and from the database go nowhere for a while.
  DATABASE_SILENT(Reach.ALL),
  /// A receiver refuses connections for a while.
  RECEIVER_REFUSED(Reach.ONE_RECEIVER),
  /// PostgreSQL's first process is killed with signal 9; it is started again.
  DATABASE_KILLED(Reach.ALL),
  /// A node's link is down for a while: no database, no receivers, no clients.
  NODE_CUT_OFF(Reach.ALL),
  /// A node has no route to the database for a while.
  DATABASE_UNREACHABLE(Reach.ALL),
  /// A node has no route to any receiver for a while.
  RECEIVERS_UNREACHABLE(Reach.ALL),
  /// A node's bytes to and from the database come late for a while.
  DATABASE_LATE(Reach.ALL),
  /// Few of a node's bytes pass to and from the database in a second, for a while.
  DATABASE_SLOW(Reach.ALL),
  /// The database does what a node asks for and the node never hears of it, for a while.
  DATABASE_ANSWER_LOST(Reach.ALL),
  /// Bytes to and from a receiver come late for a while.
  RECEIVER_LATE(Reach.ONE_RECEIVER),
  /// Few bytes pass to and from a receiver in a second, for a while.
  RECEIVER_SLOW(Reach.ONE_RECEIVER),
  /// The end of a connection to a receiver is told late, for a while.
  RECEIVER_CLOSES_LATE(Reach.ONE_RECEIVER);

  private final Reach reach;

  FaultKind(Reach reach) {
    this.reach = reach;
  }

  /// Whether only the calls of the receiver that it was done to can show it.
  public boolean reachesOneReceiver() {
    return reach == Reach.ONE_RECEIVER;
  }

  private enum Reach {
    ALL,
    ONE_RECEIVER
  }
}
