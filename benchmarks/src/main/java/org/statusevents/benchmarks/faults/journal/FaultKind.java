package org.statusevents.benchmarks.faults.journal;

/// What is done to the system.
public enum FaultKind {
  /// A node is killed with signal 9 and started again.
  NODE_KILLED,
  /// PostgreSQL is stopped at once, without a checkpoint, and started again.
  DATABASE_STOPPED,
  /// A session of a node is ended by the database.
  BACKEND_TERMINATED,
  /// A node stands still for a while and then goes on as if nothing had been.
  NODE_FROZEN,
  /// A node's connections to the database are reset.
  DATABASE_CUT,
  /// A node's bytes to and from the database go nowhere for a while.
  DATABASE_SILENT,
  /// A receiver refuses connections for a while.
  RECEIVER_REFUSED
}
