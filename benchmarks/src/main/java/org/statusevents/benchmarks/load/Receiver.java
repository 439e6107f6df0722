package org.statusevents.benchmarks.load;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Takes updates and answers 204 at once, from one event loop. While it is shut it answers 503 and
/// asks to wait. Sees to it that each order's `sequence` rises.
public final class Receiver implements AutoCloseable {
  private static final byte[] SUBJECT = "\"subject\":\"".getBytes(StandardCharsets.UTF_8);
  private static final byte[] SEQUENCE = "\"sequence\":".getBytes(StandardCharsets.UTF_8);
  private static final String WAIT_SECONDS = "2";

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final HttpServer server;
  private final Map<String, Long> lastByOrder = new HashMap<>();
  private Received received = Received.NONE;
  private boolean open;

  /// What came in since the counters were last reset. `nanosFirst` and `nanosLast` are of
  /// acceptances, by [System#nanoTime].
  public record Received(
      long accepted, long repeated, long reordered, long nanosFirst, long nanosLast) {
    private static final Received NONE = new Received(0, 0, 0, 0, 0);

    /// Acceptances per second from the first to the last.
    public double perSecond() {
      double seconds = (nanosLast - nanosFirst) / 1e9;
      return seconds <= 0 ? 0 : (accepted - 1) / seconds;
    }
  }

  public Receiver() {
    server = vertx.createHttpServer().requestHandler(this::handle);
    await(server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture());
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.actualPort() + "/");
  }

  /// From now on answers 204.
  public synchronized void open() {
    open = true;
  }

  /// From now on answers 503 and asks to come back in a while.
  public synchronized void shut() {
    open = false;
  }

  /// Forgets counts and orders.
  public synchronized void reset() {
    received = Received.NONE;
    lastByOrder.clear();
  }

  public synchronized Received received() {
    return received;
  }

  private void handle(HttpServerRequest request) {
    var _ =
        request
            .body()
            .onSuccess(body -> {
              boolean taken = take(body.getBytes());
              var response = request.response().setStatusCode(taken ? 204 : 503);
              if (!taken) {
                var _ = response.putHeader("Retry-After", WAIT_SECONDS);
              }
              var _ = response.end();
            });
  }

  private synchronized boolean take(byte[] body) {
    if (!open) {
      return false;
    }
    long now = System.nanoTime();
    String order = text(body, SUBJECT);
    long sequence = number(body, SEQUENCE);
    Long last = lastByOrder.get(order);
    boolean repeated = last != null && sequence == last;
    boolean reordered = last != null && sequence < last;
    if (!reordered) {
      Long _ = lastByOrder.put(order, sequence);
    }
    received =
        new Received(
            received.accepted() + 1,
            received.repeated() + (repeated ? 1 : 0),
            received.reordered() + (reordered ? 1 : 0),
            received.accepted() == 0 ? now : received.nanosFirst(),
            now);
    return true;
  }

  private static String text(byte[] body, byte[] before) {
    int from = after(body, before);
    int to = from;
    while (to < body.length && body[to] != '"') {
      to++;
    }
    return new String(body, from, to - from, StandardCharsets.UTF_8);
  }

  private static long number(byte[] body, byte[] before) {
    long number = 0;
    for (int i = after(body, before); i < body.length && Character.isDigit(body[i]); i++) {
      number = number * 10 + (body[i] - '0');
    }
    return number;
  }

  /// Where `before` ends in `body`; the end of it where it is not there.
  private static int after(byte[] body, byte[] before) {
    for (int i = 0; i + before.length <= body.length; i++) {
      int same = 0;
      while (same < before.length && body[i + same] == before[same]) {
        same++;
      }
      if (same == before.length) {
        return i + before.length;
      }
    }
    return body.length;
  }

  private static void await(CompletableFuture<?> future) {
    try {
      Object _ = future.get(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the receiver does not start or stop", e);
    }
  }

  @Override
  public void close() {
    await(vertx.close().toCompletionStage().toCompletableFuture());
  }
}
