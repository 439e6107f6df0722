package org.statusevents.adapters.rest;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.statusevents.adapters.rest.exchange.BodyRule;
import org.statusevents.adapters.rest.problem.Problem;
import org.statusevents.adapters.rest.problem.ProblemException;
import org.statusevents.adapters.rest.problem.ProblemResponder;
import org.statusevents.adapters.rest.problem.ProblemType;

/// Stands before the reading of a body: turns it away where too many are on their way, spares it
/// where the type is wrong, and cuts off who sends too slowly. That the type is wrong is said only
/// to who was let in.
final class BodyArrival implements Handler<RoutingContext> {
  private static final String TIMER = BodyArrival.class.getName();

  private static final String REFUSED = TIMER + ".refused";

  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,12}");

  private final BodyRule rule;
  private final BodyBudget budget;
  private final Duration arrivalMax;
  private final Vertx vertx;

  BodyArrival(BodyRule rule, BodyBudget budget, Duration arrivalMax, Vertx vertx) {
    this.rule = rule;
    this.budget = budget;
    this.arrivalMax = arrivalMax;
    this.vertx = vertx;
  }

  @Override
  public void handle(RoutingContext context) {
    long bytes = bytesOf(context);
    if (!budget.take(bytes)) {
      ProblemResponder.respond(
          context.response(),
          Problem.of(
                  ProblemType.BUSY, "Too much is being sent at once; nothing was done. Try again.")
              .withHeader("Retry-After", "1")
              .withHeader("Connection", "close"));
      return;
    }
    context.addEndHandler(_ -> budget.give(bytes));
    Optional<String> problem =
        rule.problemWith(
            Optional.ofNullable(context.request().getHeader("Content-Type")),
            Optional.ofNullable(context.request().getHeader("Content-Encoding")),
            "0".equals(context.request().getHeader("Content-Length")));
    if (problem.isPresent()) {
      context.put(REFUSED, problem.get());
    } else {
      context.put(TIMER, vertx.setTimer(arrivalMax.toMillis(), _ -> cutOff(context)));
    }
    context.next();
  }

  /// A body that does not say how long it is may be as long as it may be at all.
  private long bytesOf(RoutingContext context) {
    String length = context.request().getHeader("Content-Length");
    if (length == null || !LENGTH.matcher(length).matches()) {
      return rule.bytesMax();
    }
    return Math.min(Long.parseLong(length), rule.bytesMax());
  }

  /// Reads the body by `reader`, unless its type is wrong.
  static void read(RoutingContext context, Handler<RoutingContext> reader) {
    if (context.get(REFUSED) == null) {
      reader.handle(context);
    } else {
      context.next();
    }
  }

  /// Throws [ProblemException] where the body's type is wrong.
  static void refuseIfWrong(RoutingContext context) {
    @Nullable String problem = context.get(REFUSED);
    if (problem != null) {
      throw new ProblemException(ProblemType.MEDIA_TYPE, problem);
    }
  }

  /// Deals with a failure while the body was arriving; others are left alone. A limit has a status
  /// and no cause; what has a cause is the client's broken HTTP.
  static void failed(RoutingContext context) {
    boolean arriving = context.get(TIMER) != null;
    if (arriving && context.failure() != null) {
      ProblemResponder.respond(
          context.response(),
          Problem.of(ProblemType.MALFORMED, "The body is not sent as HTTP wants it.")
              .withHeader("Connection", "close"));
    } else {
      context.next();
    }
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
