package org.statusevents.adapters.rest;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.statusevents.adapters.rest.exchange.BodyRule;
import org.statusevents.adapters.rest.problem.Problem;
import org.statusevents.adapters.rest.problem.ProblemException;
import org.statusevents.adapters.rest.problem.ProblemResponder;
import org.statusevents.adapters.rest.problem.ProblemType;

/// Stands before the reading of a body: refuses wrong types, and cuts off who sends too slowly.
final class BodyArrival implements Handler<RoutingContext> {
  private static final String TIMER = BodyArrival.class.getName();

  private final BodyRule rule;
  private final Duration arrivalMax;
  private final Vertx vertx;

  BodyArrival(BodyRule rule, Duration arrivalMax, Vertx vertx) {
    this.rule = rule;
    this.arrivalMax = arrivalMax;
    this.vertx = vertx;
  }

  @Override
  public void handle(RoutingContext context) {
    Optional<String> problem =
        rule.problemWith(
            Optional.ofNullable(context.request().getHeader("Content-Type")),
            Optional.ofNullable(context.request().getHeader("Content-Encoding")));
    if (problem.isPresent()) {
      context.fail(new ProblemException(ProblemType.MEDIA_TYPE, problem.get()));
      return;
    }
    context.put(TIMER, vertx.setTimer(arrivalMax.toMillis(), _ -> cutOff(context)));
    context.next();
  }

  /// To be called once the body is there.
  static void complete(RoutingContext context) {
    @Nullable Long timer = context.remove(TIMER);
    if (timer != null) {
      var _ = context.vertx().cancelTimer(timer);
    }
  }

  private static void cutOff(RoutingContext context) {
    if (context.request().isEnded()) {
      return;
    }
    ProblemResponder.respond(
        context.response(),
        Problem.of(ProblemType.TOO_SLOW, "The body took too long to arrive.")
            .withHeader("Connection", "close"));
    var _ = context.request().connection().close();
  }
}
