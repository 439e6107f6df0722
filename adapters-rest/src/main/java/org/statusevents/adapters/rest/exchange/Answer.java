package org.statusevents.adapters.rest.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.statusevents.adapters.rest.problem.Problem;
import org.statusevents.adapters.rest.problem.ProblemResponder;

/// What a request is answered with.
public record Answer(int status, String contentType, String body, Map<String, String> headers) {
  private static final String JSON = "application/json";

  public Answer {
    headers = Map.copyOf(headers);
  }

  public static Answer ok(JsonNode body) {
    return json(200, body);
  }

  public static Answer json(int status, JsonNode body) {
    return json(status, body.toString());
  }

  /// `json` is JSON already.
  public static Answer json(int status, String json) {
    return text(status, JSON, json);
  }

  public static Answer text(int status, String contentType, String body) {
    return new Answer(status, contentType, body, Map.of());
  }

  /// Done, and nothing to say.
  public static Answer noContent() {
    return new Answer(204, "", "", Map.of());
  }

  public static Answer problem(Problem problem) {
    return new Answer(
        problem.type().status(),
        ProblemResponder.CONTENT_TYPE,
        problem.toJson().toString(),
        problem.headers());
  }

  public Answer withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, contentType, body, more);
  }

  /// Sends it, unless nobody listens any more.
  public void send(HttpServerResponse response) {
    if (response.closed() || response.ended()) {
      return;
    }
    response
        .setStatusCode(status)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader("X-Content-Type-Options", "nosniff");
    headers.forEach(response::putHeader);
    if (contentType.isEmpty()) {
      var _ = response.end();
      return;
    }
    var _ = response.putHeader(HttpHeaders.CONTENT_TYPE, contentType).end(Buffer.buffer(body));
  }
}
