package org.statusevents.benchmarks.load;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.statusevents.benchmarks.load.RequestSource.Prepared;

/// A number of connections, each with one request at a time, and the requests that wait for one: as
/// many as come, first come first served. Lives on one loop.
final class LoadConnections {
  private static final int SWEEPS_PER_LIMIT = 60;

  private final SelectorLoop loop;
  private final long nanosMax;
  private final List<LoadConnection> all = new ArrayList<>();
  private final ArrayDeque<LoadConnection> idle = new ArrayDeque<>();
  private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
  private boolean assigning;

  private record Waiting(Prepared prepared, Consumer<Outcome> whenDone, long since) {}

  /// `nanosMax` is what a request may wait for a connection, and then for its answer.
  LoadConnections(SelectorLoop loop, LoadTarget target, int connections, long nanosMax) {
    this.loop = loop;
    this.nanosMax = nanosMax;
    RequestWriter writer = new RequestWriter(target);
    for (int i = 0; i < connections; i++) {
      all.add(new LoadConnection(loop, target, writer, this::free));
    }
    idle.addAll(all);
    sweepLater();
  }

  int size() {
    return all.size();
  }

  /// Sends the request as soon as a connection is free. `whenDone` is told once.
  void send(Prepared prepared, Consumer<Outcome> whenDone) {
    waiting.addLast(new Waiting(prepared, whenDone, System.nanoTime()));
    assign();
  }

  private void free(LoadConnection connection) {
    idle.addFirst(connection);
  }

  /// In a loop and not one within the other, for a request may fail while it is being assigned.
  private void assign() {
    if (assigning) {
      return;
    }
    assigning = true;
    while (!waiting.isEmpty() && !idle.isEmpty()) {
      Waiting first = waiting.removeFirst();
      idle.removeFirst()
          .begin(
              first.prepared,
              outcome -> {
                first.whenDone.accept(outcome);
                assign();
              });
    }
    assigning = false;
  }

  private void sweepLater() {
    loop.after(
        nanosMax / SWEEPS_PER_LIMIT,
        () -> {
          sweep(System.nanoTime());
          sweepLater();
        });
  }

  private void sweep(long now) {
    for (LoadConnection connection : all) {
      connection.giveUpAfter(nanosMax, now);
    }
    for (Waiting first = waiting.peekFirst();
        first != null && now - first.since > nanosMax;
        first = waiting.peekFirst()) {
      Waiting _ = waiting.removeFirst();
      first.whenDone.accept(new Outcome.Failed(LoadConnection.TOO_LATE));
    }
  }
}
