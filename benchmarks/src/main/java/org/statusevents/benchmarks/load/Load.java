package org.statusevents.benchmarks.load;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Sends requests over kept-alive HTTP/1.1 connections from one event loop. Answers are looked at
/// for their status only.
public final class Load implements AutoCloseable {
  private static final long ANSWER_MILLIS_MAX = 60_000;
  private static final Duration GRACE = Duration.ofSeconds(90);

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final Context loop = vertx.getOrCreateContext();
  private final HttpClient client;
  private final LoadTarget target;
  private final int connections;

  public Load(LoadTarget target, int connections) {
    this.target = target;
    this.connections = connections;
    client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setKeepAlive(true)
                .setTcpNoDelay(true),
            new PoolOptions().setHttp1MaxSize(connections).setMaxWaitQueueSize(-1));
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
    return connections;
  }

  Vertx vertx() {
    return vertx;
  }

  /// The status, once the whole answer is there.
  Future<Integer> send(RequestSource.Prepared prepared) {
    boolean empty = prepared.body().length() == 0;
    RequestOptions options =
        new RequestOptions()
            .setMethod(empty ? HttpMethod.GET : HttpMethod.POST)
            .setHost(target.host())
            .setPort(target.port())
            .setURI(prepared.path())
            .setTimeout(ANSWER_MILLIS_MAX)
            .putHeader("Authorization", "Bearer " + target.key());
    if (!empty) {
      options.putHeader("Content-Type", "application/json");
    }
    return client
        .request(options)
        .compose(request -> answer(request, prepared, empty))
        .compose(response -> response.end().map(response.statusCode()));
  }

  private static Future<HttpClientResponse> answer(
      HttpClientRequest request, RequestSource.Prepared prepared, boolean empty) {
    return empty ? request.send() : request.send(prepared.body());
  }

  private LoadResult await(Starter starter, Duration lasts) {
    CompletableFuture<LoadResult> done = new CompletableFuture<>();
    loop.runOnContext(_ -> starter.start(done));
    try {
      return done.get(lasts.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
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
    try {
      Void _ = vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the load program does not close", e);
    }
  }
}
