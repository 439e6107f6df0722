package org.statusevents.adapters.rest;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.statusevents.adapters.rest.access.Gate;
import org.statusevents.adapters.rest.exchange.Answer;
import org.statusevents.adapters.rest.exchange.BodyRule;
import org.statusevents.adapters.rest.exchange.Endpoint;
import org.statusevents.adapters.rest.exchange.Request;
import org.statusevents.adapters.rest.exchange.Requirement;
import org.statusevents.adapters.rest.problem.FailureHandler;
import org.statusevents.adapters.rest.problem.Problem;
import org.statusevents.adapters.rest.problem.ProblemException;
import org.statusevents.adapters.rest.problem.ProblemType;

/// The REST API on a port of its own. Requests arrive and are answered on one event loop; between,
/// each is worked on by a virtual thread of its own, which may block.
public final class HttpApi implements AutoCloseable {
  private static final int ADDRESS_BYTES_MAX = 8 * 1024;
  private static final int HEADER_BYTES_MAX = 16 * 1024;
  private static final long ANSWERING_SECONDS_MAX = 5;
  private static final long STOP_SECONDS_MAX = 10;

  private final HttpApiConfig config;
  private final List<Endpoint> endpoints;
  private final Gate gate;
  private final Admission admission;
  private final RequestMeasurements measurements;
  private final BodyBudget budget = BodyBudget.ofHeap();
  private final Vertx vertx = Vertx.vertx();
  private final ExecutorService workers =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("request-", 0).factory());

  public HttpApi(HttpApiConfig config, UseCases useCases) {
    this.config = config;
    this.endpoints = Endpoints.of(useCases);
    this.gate = new Gate(useCases.access().authenticate());
    this.admission = new Admission(config);
    this.measurements = new RequestMeasurements(useCases.watching().measurements());
  }

  /// Begins to listen; answers the port.
  public int start() {
    Listener listener = new Listener();
    var _ = done(vertx.deployVerticle(listener));
    return listener.port;
  }

  /// Stops listening, answers what is under way, and lets go of all threads.
  @Override
  public void close() {
    try {
      var _ = done(vertx.close());
    } finally {
      List<Runnable> _ = workers.shutdownNow();
    }
  }

  private static <T> T done(Future<T> future) {
    return future
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(STOP_SECONDS_MAX, TimeUnit.SECONDS)
        .join();
  }

  private Router router() {
    Router router = Router.router(vertx);
    router.route().handler(measurements);
    Map<String, List<HttpMethod>> methods = new LinkedHashMap<>();
    for (Endpoint endpoint : endpoints) {
      register(router, endpoint);
      List<HttpMethod> allowed = methods.computeIfAbsent(endpoint.path(), _ -> new ArrayList<>());
      allowed.add(endpoint.method());
      if (endpoint.method().equals(HttpMethod.GET)) {
        allowed.add(HttpMethod.HEAD);
      }
    }
    methods.forEach(
        (path, allowed) -> router.route(path).handler(context -> refuseMethod(context, allowed)));
    // The last, so that failures come to it that no route before it has dealt with.
    router.route().handler(context -> context.fail(404)).failureHandler(new FailureHandler());
    return router;
  }

  /// The only way to a handler. Each step is a route of its own, because a reader of bodies must be
  /// the first handler of its route.
  private void register(Router router, Endpoint endpoint) {
    route(router, endpoint).handler(context -> RequestMeasurements.name(context, endpoint.path()));
    route(router, endpoint)
        .handler(context -> {
          Gate.turnAwayStrangers(endpoint.requirement(), authorization(context));
          context.next();
        });
    if (endpoint.body() != BodyRule.NONE) {
      route(router, endpoint)
          .handler(new BodyArrival(endpoint.body(), budget, config.arrivalMax(), vertx));
      BodyHandler reader = BodyHandler.create(false).setBodyLimit(endpoint.body().bytesMax());
      route(router, endpoint)
          .handler(context -> BodyArrival.read(context, reader))
          .failureHandler(BodyArrival::failed);
    }
    route(router, endpoint)
        .handler(context -> {
          BodyArrival.complete(context);
          Context loop = vertx.getOrCreateContext();
          workers.execute(() -> answer(endpoint, context, loop));
        });
  }

  /// A route of the endpoint; where it takes GET it takes HEAD too, which is answered the same
  /// without the body.
  private static Route route(Router router, Endpoint endpoint) {
    Route route = router.route(endpoint.method(), endpoint.path());
    return endpoint.method().equals(HttpMethod.GET) ? route.method(HttpMethod.HEAD) : route;
  }

  private static List<String> authorization(RoutingContext context) {
    return context.request().headers().getAll("Authorization");
  }

  private void answer(Endpoint endpoint, RoutingContext context, Context loop) {
    try {
      Answer answer =
          endpoint.requirement() instanceof Requirement.Probe
              ? admitted(endpoint, context)
              : admission.inTurn(() -> admitted(endpoint, context));
      loop.runOnContext(_ -> answer.send(context.response()));
    } catch (RuntimeException | Error e) {
      loop.runOnContext(_ -> context.fail(e));
    }
  }

  private Answer admitted(Endpoint endpoint, RoutingContext context) {
    var key =
        gate.admit(
            endpoint.requirement(),
            authorization(context),
            Optional.ofNullable(context.pathParam("store")));
    BodyArrival.refuseIfWrong(context);
    Request request = new Request(context, key, ClientAddress.of(context.request(), config));
    if (!(endpoint.requirement() instanceof Requirement.Probe)) {
      request.refuseParametersBut(endpoint.parameters());
    }
    return endpoint.handler().handle(request);
  }

  private static void refuseMethod(RoutingContext context, List<HttpMethod> allowed) {
    String names = String.join(", ", allowed.stream().map(HttpMethod::name).toList());
    context.fail(
        new ProblemException(
            Problem.of(
                    ProblemType.METHOD_NOT_ALLOWED,
                    context.request().method().name() + " (expected: " + names + ")")
                .withHeader("Allow", names)));
  }

  private HttpServerOptions options() {
    return new HttpServerOptions()
        .setHost(config.host())
        .setPort(config.port())
        .setMaxInitialLineLength(ADDRESS_BYTES_MAX)
        .setMaxHeaderSize(HEADER_BYTES_MAX)
        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
        .setIdleTimeout((int) config.idleMax().toMillis())
        .setHttp2ClearTextEnabled(false)
        .setHandle100ContinueAutomatically(true);
  }

  private final class Listener extends VerticleBase {
    private volatile int port;
    private volatile @Nullable HttpServer server;

    @Override
    public Future<?> start() {
      SilentConnections silent = new SilentConnections(vertx, config.arrivalMax());
      Handler<HttpServerRequest> router = router();
      HttpServer listening =
          vertx
              .createHttpServer(options())
              .connectionHandler(silent::opened)
              .invalidRequestHandler(UnreadableRequests::answer)
              .requestHandler(request -> {
                silent.spoke(request.connection());
                if (RequestAddress.isReadable(request.uri())) {
                  router.handle(request);
                } else {
                  UnreadableRequests.answerAddress(request);
                }
              });
      server = listening;
      return listening.listen().onSuccess(_ -> port = listening.actualPort());
    }

    @Override
    public Future<?> stop() {
      HttpServer listening = server;
      return listening == null
          ? Future.succeededFuture()
          : listening.shutdown(ANSWERING_SECONDS_MAX, TimeUnit.SECONDS);
    }
  }
}
