package org.statusevents.adapters.rest.exchange;

import io.vertx.core.http.HttpMethod;
import java.util.Set;

/// A method and address that a feature answers. In `path`, `:name` stands for one part; `:store`
/// names the store that the key must cover. `parameters` are the query parameters that it takes;
/// others are refused. `handler` may block.
public record Endpoint(
    HttpMethod method,
    String path,
    Requirement requirement,
    BodyRule body,
    Set<String> parameters,
    RequestHandler handler) {
  public Endpoint {
    parameters = Set.copyOf(parameters);
  }

  /// An endpoint without query parameters.
  public Endpoint(
      HttpMethod method,
      String path,
      Requirement requirement,
      BodyRule body,
      RequestHandler handler) {
    this(method, path, requirement, body, Set.of(), handler);
  }

  /// Where the API's addresses begin.
  public static final String BASE = "/api/v1";

  /// Where a store's addresses begin.
  public static final String STORE = BASE + "/stores/:store";

  @FunctionalInterface
  public interface RequestHandler {
    Answer handle(Request request);
  }
}
