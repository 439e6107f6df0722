package org.statusevents.benchmarks.load;

import java.util.concurrent.CompletableFuture;

/// Request number n is due at start + n / rate. A timer of a millisecond sends what is due; that
/// the timer or this process was late counts as latency like all else. Lives on one event loop.
final class OpenLoop {
  private static final long TICK_MILLIS = 1;

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
    long _ =
        load.vertx()
            .setPeriodic(
                TICK_MILLIS,
                timer -> {
                  sendDue();
                  if (sent == planned) {
                    boolean _ = load.vertx().cancelTimer(timer);
                  }
                });
  }

  private long dueAt(long number) {
    return began + (long) (number * 1e9 / perSecond);
  }

  private void sendDue() {
    long now = System.nanoTime();
    while (sent < planned && dueAt(sent) <= now) {
      long due = dueAt(sent);
      sent++;
      var _ =
          load.send(source.next())
              .onSuccess(status -> {
                tally.answered(status, System.nanoTime() - due);
                ended();
              })
              .onFailure(failure -> {
                tally.failed(failure.getClass().getSimpleName());
                ended();
              });
    }
  }

  private void ended() {
    ended++;
    if (ended == planned) {
      boolean _ = done.complete(tally.result(Math.max(countedNanos, System.nanoTime() - began)));
    }
  }
}
