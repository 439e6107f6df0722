package org.statusevents.bootstrap.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A client of the REST API with one key. Asks again, a bounded number of times, while the service
/// is busy or away; so only requests that may be repeated belong here. Safe for many threads.
public final class ApiClient implements AutoCloseable {
  private static final int TRIES_MAX = 6;
  private static final Duration REQUEST_MAX = Duration.ofSeconds(60);
  private static final long WAIT_MILLIS_FIRST = 200;
  private static final long WAIT_MILLIS_MAX = 10_000;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final ObjectMapper json = new ObjectMapper();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final URI base;
  private final String key;

  /// `server` is the service's address without the path, as `http://localhost:8080`.
  public ApiClient(URI server, String key) {
    this.base = server;
    this.key = key;
  }

  /// What may stand between two slashes of an address.
  public static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  public ApiAnswer get(String path) {
    return send("GET", path, Optional.empty());
  }

  public ApiAnswer put(String path, JsonNode body) {
    return send("PUT", path, Optional.of(body));
  }

  public ApiAnswer post(String path, JsonNode body) {
    return send("POST", path, Optional.of(body));
  }

  /// Sends to a path below `/api/v1`. Throws [ApiUnavailable] when no try got an answer.
  private ApiAnswer send(String method, String path, Optional<JsonNode> body) {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve("/api/v1" + path))
            .timeout(REQUEST_MAX)
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .method(
                method,
                body.map(node -> BodyPublishers.ofString(node.toString()))
                    .orElseGet(BodyPublishers::noBody))
            .build();
    for (int tries = 1; ; tries++) {
      long wait = WAIT_MILLIS_FIRST << tries;
      try {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        boolean busy = response.statusCode() == 503 || response.statusCode() == 429;
        if (!busy || tries >= TRIES_MAX) {
          return new ApiAnswer(response.statusCode(), parse(response.body()));
        }
        wait = Math.max(wait, retryAfterMillis(response));
      } catch (IOException e) {
        if (tries >= TRIES_MAX) {
          throw new ApiUnavailable(base + " cannot be reached: " + e, e);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ApiUnavailable("interrupted", e);
      }
      pause(Math.min(wait, WAIT_MILLIS_MAX));
    }
  }

  private void pause(long millis) {
    try {
      if (closed.await(millis, TimeUnit.MILLISECONDS)) {
        throw new ApiUnavailable("closed meanwhile", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiUnavailable("interrupted", e);
    }
  }

  private static long retryAfterMillis(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("\\d{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)).toMillis())
        .orElse(0L);
  }

  private JsonNode parse(String body) {
    try {
      return body.isEmpty() ? MissingNode.getInstance() : json.readTree(body);
    } catch (JsonProcessingException e) {
      // Not ours, a proxy's page perhaps: the status says enough.
      return MissingNode.getInstance();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    http.shutdownNow();
  }
}
