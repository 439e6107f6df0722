package org.statusevents.benchmarks.database;

/// A database of the run's own that can be crashed.
public interface CrashableDatabase extends BenchDatabase {
  /// Stops it at once: no checkpoint, sessions cut off. It must recover when it is started.
  void stopAtOnce();

  /// Kills its first process with signal 9; the others find out by themselves. Returns when all of
  /// them are gone.
  void killAtOnce();

  /// Starts it where it was, on the same port. Returns when it takes connections.
  void startAgain();
}
