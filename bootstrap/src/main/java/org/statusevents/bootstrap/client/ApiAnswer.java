package org.statusevents.bootstrap.client;

import com.fasterxml.jackson.databind.JsonNode;

/// A response; `body` is a missing node where it was no JSON.
public record ApiAnswer(int status, JsonNode body) {

  public boolean succeeded() {
    return status >= 200 && status < 300;
  }

  /// What a problem document says, or else the bare status.
  public String problem() {
    String detail = body.path("detail").asText(body.path("title").asText(""));
    return detail.isEmpty() ? "the service answered " + status : detail;
  }
}
