package org.statusevents.benchmarks.faults.network;

/// What a node is cut from.
public enum Side {
  /// Its link is down: nothing comes, nothing goes, and nobody is told.
  EVERYTHING,
  /// Its route leads nowhere: new connections fail, those that stand hear nothing any more.
  DATABASE,
  RECEIVERS
}
