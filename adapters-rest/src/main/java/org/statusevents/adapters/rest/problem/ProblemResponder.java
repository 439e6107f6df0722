package org.statusevents.adapters.rest.problem;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/// Answers with a problem document.
public final class ProblemResponder {
  public static final String CONTENT_TYPE = "application/problem+json";

  private ProblemResponder() {}

  /// Does nothing where an answer was begun already or nobody listens any more.
  public static void respond(HttpServerResponse response, Problem problem) {
    if (response.headWritten() || response.ended() || response.closed()) {
      return;
    }
    response
        .setStatusCode(problem.type().status())
        .putHeader(HttpHeaders.CONTENT_TYPE, CONTENT_TYPE)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader("X-Content-Type-Options", "nosniff");
    problem.headers().forEach(response::putHeader);
    var _ = response.end(Buffer.buffer(problem.toJson().toString()));
  }
}
