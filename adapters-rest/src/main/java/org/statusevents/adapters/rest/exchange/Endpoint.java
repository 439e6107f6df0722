package org.statusevents.adapters.rest.exchange;

import io.vertx.core.http.HttpMethod;

/// A method and address that a feature answers. In `path`, `:name` stands for one part; `:store`
/// names the store that the key must cover. `handler` may block.
public record Endpoint(
    HttpMethod method,
    String path,
    Requirement requirement,
    BodyRule body,
    RequestHandler handler) {
  /// Where the API's addresses begin.
  public static final String BASE = "/api/v1";

  /// Where a store's addresses begin.
  public static final String STORE = BASE + "/stores/:store";

  @FunctionalInterface
  public interface RequestHandler {
    Answer handle(Request request);
  }
}
