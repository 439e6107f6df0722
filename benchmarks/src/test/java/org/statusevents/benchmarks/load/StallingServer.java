package org.statusevents.benchmarks.load;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Answers at once, but for one time: from its `stallsAt`th request on it answers nobody for a
/// while. Below `/busy` it is always busy.
final class StallingServer implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final ConcurrentLinkedQueue<HttpServerRequest> held = new ConcurrentLinkedQueue<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger connections = new AtomicInteger();
  private final int stallsAt;
  private final long stallMillis;
  private final HttpServer server;
  private boolean stalled;

  StallingServer(int stallsAt, long stallMillis) throws Exception {
    this.stallsAt = stallsAt;
    this.stallMillis = stallMillis;
    server =
        vertx
            .createHttpServer()
            .connectionHandler(_ -> {
              int _ = connections.incrementAndGet();
            })
            .requestHandler(this::handle);
    Object _ =
        server
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
  }

  LoadTarget target() {
    return new LoadTarget("127.0.0.1", server.actualPort(), "key");
  }

  int connections() {
    return connections.get();
  }

  int requests() {
    return requests.get();
  }

  private void handle(HttpServerRequest request) {
    if (requests.incrementAndGet() == stallsAt) {
      stalled = true;
      long _ =
          vertx.setTimer(
              stallMillis,
              _ -> {
                stalled = false;
                held.forEach(StallingServer::answer);
                held.clear();
              });
    }
    if (stalled) {
      boolean _ = held.add(request);
    } else {
      answer(request);
    }
  }

  private static void answer(HttpServerRequest request) {
    var _ = request.response().setStatusCode(request.path().equals("/busy") ? 503 : 200).end();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
