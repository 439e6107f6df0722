package org.statusevents.adapters.rest;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpServerRequest;
import org.statusevents.adapters.rest.problem.Problem;
import org.statusevents.adapters.rest.problem.ProblemResponder;
import org.statusevents.adapters.rest.problem.ProblemType;

/// Answers what never became a request.
final class UnreadableRequests {
  private UnreadableRequests() {}

  /// Answers what became one, but has an address that stands for none.
  static void answerAddress(HttpServerRequest request) {
    ProblemResponder.respond(
        request.response(),
        Problem.of(
            ProblemType.MALFORMED,
            "The address is malformed (expected: ASCII, and UTF-8 behind each %)."));
  }

  static void answer(HttpServerRequest request) {
    Problem problem =
        switch (request.decoderResult().cause()) {
          case TooLongHttpLineException _ ->
              Problem.of(ProblemType.ADDRESS_TOO_LONG, "The address is too long.");
          case TooLongHttpHeaderException _ ->
              Problem.of(ProblemType.HEADERS_TOO_LARGE, "The headers are too large.");
          case null, default ->
              Problem.of(ProblemType.MALFORMED, "This is not a valid HTTP request.");
        };
    ProblemResponder.respond(request.response(), problem.withHeader("Connection", "close"));
    var _ = request.connection().close();
  }
}
