package org.statusevents.benchmarks.load;

import java.util.concurrent.CompletableFuture;

/// As many requests under way as there are connections, until the time is over or all are sent.
/// Lives on one loop.
final class ClosedLoop {
  private static final long REST_NANOS = 10_000_000;

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
    load.send(source.next(), outcome -> ended(outcome, began));
  }

  private void ended(Outcome outcome, long began) {
    switch (outcome) {
      case Outcome.Answered(int status) -> {
        long now = System.nanoTime();
        if (now >= countsFrom && now - countsFrom < countedNanos) {
          tally.answered(status, now - began);
        }
        next();
      }
      case Outcome.Failed(String why) -> {
        tally.failed(why);
        // In a while, so that a dead server does not keep this thread busy.
        load.after(REST_NANOS, this::next);
      }
    }
  }
}
