package org.statusevents.adapters.rest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Handler;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/// Measures requests by method, status and the endpoint's path with its `:name` parts; never by the
/// address itself, which clients choose.
final class RequestMeasurements implements Handler<RoutingContext> {
  private static final String TIMER = "http.server.requests";

  private final MeterRegistry registry;

  RequestMeasurements(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void handle(RoutingContext context) {
    Timer.Sample sample = Timer.start(registry);
    context.addEndHandler(_ ->
        sample.stop(
            registry.timer(
                TIMER,
                "method",
                methodOf(context),
                "route",
                routeOf(context),
                "status",
                Integer.toString(context.response().getStatusCode()))));
    context.next();
  }

  /// Methods that no endpoint has are one, since clients make them up.
  private static String methodOf(RoutingContext context) {
    String method = context.request().method().name();
    return switch (method) {
      case "GET", "PUT", "POST", "DELETE" -> method;
      default -> "other";
    };
  }

  private static String routeOf(RoutingContext context) {
    @Nullable Route route = context.currentRoute();
    @Nullable String path = route == null ? null : route.getPath();
    return path == null ? "none" : path;
  }
}
