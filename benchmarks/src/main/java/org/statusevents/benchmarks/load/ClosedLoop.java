package org.statusevents.benchmarks.load;

import java.util.concurrent.CompletableFuture;

/// As many requests under way as there are connections, until the time is over or all are sent.
/// Lives on one event loop.
final class ClosedLoop {
  private final Load load;
  private final RequestSource source;
  private final long warmUpNanos;
  private final long countedNanos;
  private final long requestsMax;
  private final Tally tally = new Tally();
  private CompletableFuture<LoadResult> done = new CompletableFuture<>();
  private long countsFrom;
  private long sent;
  private int running;

  ClosedLoop(
      Load load, RequestSource source, long warmUpNanos, long countedNanos, long requestsMax) {
    this.load = load;
    this.source = source;
    this.warmUpNanos = warmUpNanos;
    this.countedNanos = countedNanos;
    this.requestsMax = requestsMax;
  }

  void start(CompletableFuture<LoadResult> whenDone) {
    done = whenDone;
    countsFrom = System.nanoTime() + warmUpNanos;
    running = load.connections();
    for (int i = 0; i < load.connections(); i++) {
      next();
    }
  }

  private void next() {
    long began = System.nanoTime();
    if (began - countsFrom >= countedNanos || sent == requestsMax) {
      running--;
      if (running == 0) {
        boolean _ = done.complete(tally.result(Math.min(countedNanos, began - countsFrom)));
      }
      return;
    }
    sent++;
    var _ =
        load.send(source.next())
            .onSuccess(status -> {
              long now = System.nanoTime();
              if (now >= countsFrom && now - countsFrom < countedNanos) {
                tally.answered(status, now - began);
              }
              next();
            })
            .onFailure(failure -> {
              tally.failed(failure.getClass().getSimpleName());
              // By the timer, so that a dead server does not make a deep stack.
              long _ = load.vertx().setTimer(10, _ -> next());
            });
  }
}
