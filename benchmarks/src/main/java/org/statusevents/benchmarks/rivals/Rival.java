package org.statusevents.benchmarks.rivals;

import java.util.List;

/// A library with tables of its own in the run's database.
public interface Rival extends AutoCloseable {
  String name();

  /// Commits the updates as work to do, without doing any of it.
  void schedule(List<RivalUpdate> updates);

  /// Begins to deliver what is scheduled; returns at once.
  void start();

  /// Stops and drops its tables.
  @Override
  void close();
}
