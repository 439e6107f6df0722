package org.statusevents.benchmarks.load;

import java.util.concurrent.CompletableFuture;

/// Request number n is due at start + n / rate. A timer of a millisecond sends what is due; that
/// the timer or this process was late counts as latency like all else. Lives on one loop.
final class OpenLoop {
  private static final long TICK_NANOS = 1_000_000;

  private final Load load;
  private final RequestSource source;
  private final double perSecond;
  private final long countedNanos;
  private final long planned;
  private final Tally tally = new Tally();
  private CompletableFuture<LoadResult> done = new CompletableFuture<>();
  private long began;
  private long sent;
  private long ended;

  OpenLoop(Load load, RequestSource source, double perSecond, long countedNanos) {
    this.load = load;
    this.source = source;
    this.perSecond = perSecond;
    this.countedNanos = countedNanos;
    this.planned = Math.max(1, (long) (perSecond * (countedNanos / 1e9)));
  }

  void start(CompletableFuture<LoadResult> whenDone) {
    done = whenDone;
    began = System.nanoTime();
    sendDue();
  }

  private long dueAt(long number) {
    return began + (long) (number * 1e9 / perSecond);
  }

  private void sendDue() {
    long now = System.nanoTime();
    while (sent < planned && dueAt(sent) <= now) {
      long due = dueAt(sent);
      sent++;
      load.send(source.next(), outcome -> ended(outcome, due));
    }
    if (sent < planned) {
      load.after(Math.max(TICK_NANOS, dueAt(sent) - System.nanoTime()), this::sendDue);
    }
  }

  private void ended(Outcome outcome, long due) {
    switch (outcome) {
      case Outcome.Answered(int status) -> tally.answered(status, System.nanoTime() - due);
      case Outcome.Failed(String why) -> tally.failed(why);
    }
    ended++;
    if (ended == planned) {
      boolean _ = done.complete(tally.result(Math.max(countedNanos, System.nanoTime() - began)));
    }
  }
}
