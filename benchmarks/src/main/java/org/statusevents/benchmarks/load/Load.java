package org.statusevents.benchmarks.load;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Sends requests over kept-alive HTTP/1.1 connections from one thread. Answers are looked at for
/// their status only.
public final class Load implements AutoCloseable {
  private static final Duration ANSWER_MAX = Duration.ofSeconds(60);
  private static final Duration GRACE = Duration.ofSeconds(90);

  private final SelectorLoop loop = new SelectorLoop("load");
  private final LoadConnections connections;

  public Load(LoadTarget target, int connections) {
    this(target, connections, ANSWER_MAX);
  }

  Load(LoadTarget target, int connections, Duration answerMax) {
    this.connections = new LoadConnections(loop, target, connections, answerMax.toNanos());
    loop.start();
  }

  /// Each connection sends its next request when the last one is answered. What is answered during
  /// `warmUp` is not counted.
  public LoadResult closedLoop(RequestSource source, Duration warmUp, Duration counted) {
    ClosedLoop run =
        new ClosedLoop(this, source, warmUp.toNanos(), counted.toNanos(), Long.MAX_VALUE);
    return await(run::start, warmUp.plus(counted));
  }

  /// The same without a warm-up, `requests` times and for `most` at the longest.
  public LoadResult times(RequestSource source, long requests, Duration most) {
    ClosedLoop run = new ClosedLoop(this, source, 0, most.toNanos(), requests);
    return await(run::start, most);
  }

  /// Sends at `perSecond` whatever comes back. When each request is due is fixed beforehand, and
  /// its latency counts from then, so that a stall is felt by all that were due in it.
  public LoadResult openLoop(RequestSource source, double perSecond, Duration counted) {
    OpenLoop run = new OpenLoop(this, source, perSecond, counted.toNanos());
    return await(run::start, counted);
  }

  int connections() {
    return connections.size();
  }

  /// Tells `whenDone` once, on the loop.
  void send(RequestSource.Prepared prepared, Consumer<Outcome> whenDone) {
    connections.send(prepared, whenDone);
  }

  /// Runs `task` on the loop, once, after `nanos` or little more. For the loop's thread.
  void after(long nanos, Runnable task) {
    loop.after(nanos, task);
  }

  private LoadResult await(Starter starter, Duration lasts) {
    CompletableFuture<LoadResult> done = new CompletableFuture<>();
    loop.execute(() -> starter.start(done));
    try {
      Object _ =
          CompletableFuture.anyOf(done, loop.ended())
              .get(lasts.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
      if (!done.isDone()) {
        throw new IllegalStateException("the load program was closed");
      }
      return done.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the load was interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the load did not end", e);
    }
  }

  private interface Starter {
    void start(CompletableFuture<LoadResult> done);
  }

  @Override
  public void close() {
    loop.close();
  }
}
