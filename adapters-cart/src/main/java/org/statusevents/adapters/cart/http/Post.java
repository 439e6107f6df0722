package org.statusevents.adapters.cart.http;

import java.net.URI;
import java.util.Map;

/// A request to send. Header values are printable ASCII, so that none can begin another header.
public record Post(URI url, String contentType, Map<String, String> headers, String body) {
  public Post {
    headers = Map.copyOf(headers);
    headers.forEach((name, value) -> {
      if (value.chars().anyMatch(c -> c < ' ' || c > '~')) {
        throw new IllegalArgumentException("header " + name + " (expected: printable ASCII)");
      }
    });
  }

  /// Says nothing of what is sent.
  @Override
  public String toString() {
    return "Post[" + contentType + "]";
  }
}
