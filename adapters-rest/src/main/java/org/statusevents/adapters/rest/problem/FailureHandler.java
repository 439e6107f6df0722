package org.statusevents.adapters.rest.problem;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.statusevents.application.reading.InvalidCursor;
import org.statusevents.application.transaction.ConcurrentChange;
import org.statusevents.application.transaction.StorageUnavailable;

/// Where every failed request ends: says what went wrong as far as the client may know it. What it
/// may not know is logged once under an id that the client is given.
public final class FailureHandler implements Handler<RoutingContext> {
  private static final Logger log = LoggerFactory.getLogger(FailureHandler.class);

  @Override
  public void handle(RoutingContext context) {
    if (context.response().closed()) {
      return;
    }
    ProblemResponder.respond(
        context.response(), problemOf(context.failure(), context.statusCode()));
  }

  private static Problem problemOf(@Nullable Throwable failure, int status) {
    return switch (failure) {
      case ProblemException known -> known.problem();
      case InvalidCursor _ ->
          Problem.invalidParameter(
              ProblemType.INVALID_CURSOR, "cursor", "(expected: one that this list gave)");
      case StorageUnavailable away -> {
        log.warn("storage unavailable: {}", away.getMessage());
        yield retryable(
            ProblemType.STORAGE_UNAVAILABLE,
            "The database does not answer, so whether this was done is not known. Try again: what"
                + " has an id is done once.");
      }
      case ConcurrentChange _ ->
          retryable(
              ProblemType.BUSY, "Others changed the same at once; nothing was changed. Try again.");
      case null, default -> ofStatus(status, failure);
    };
  }

  /// What the HTTP library itself refused, or a bug.
  private static Problem ofStatus(int status, @Nullable Throwable failure) {
    return switch (status) {
      case 400 -> Problem.of(ProblemType.MALFORMED, "The address or the body is malformed.");
      case 404 -> Problem.of(ProblemType.PATH_UNKNOWN, "See /openapi.json for what there is.");
      case 413 ->
          Problem.of(ProblemType.BODY_TOO_LARGE, "The body is larger than this address takes.");
      default -> bug(failure);
    };
  }

  private static Problem bug(@Nullable Throwable failure) {
    String incident = UUID.randomUUID().toString();
    log.error("incident {}", incident, failure);
    return Problem.of(
        ProblemType.INTERNAL, "This is our fault. Please report it as incident " + incident + ".");
  }

  private static Problem retryable(ProblemType type, String detail) {
    return Problem.of(type, detail).withHeader("Retry-After", "1");
  }
}
