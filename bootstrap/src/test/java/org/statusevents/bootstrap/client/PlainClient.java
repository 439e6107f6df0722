package org.statusevents.bootstrap.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks once and hands out whatever came back. Safe for many threads.
public final class PlainClient implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI server;
  private final String key;

  public PlainClient(URI server, String key) {
    this.server = server;
    this.key = key;
  }

  /// An answer with its body; a missing node for none.
  public record Answered(int status, HttpHeaders headers, JsonNode body) {
    public Answered isOk() {
      if (status / 100 != 2) {
        throw new AssertionError("HTTP " + status + ": " + body);
      }
      return this;
    }

    public String contentType() {
      return headers.firstValue("Content-Type").orElse("");
    }
  }

  public Answered get(String path) {
    return send("GET", path, Optional.empty());
  }

  public Answered put(String path, String body) {
    return send("PUT", path, Optional.of(body));
  }

  public Answered post(String path, String body) {
    return send("POST", path, Optional.of(body));
  }

  /// All items of a list, page after page.
  public List<JsonNode> all(String path) {
    List<JsonNode> items = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = get(path + "?limit=500" + cursor).isOk().body();
      page.path("items").forEach(items::add);
      cursor = page.path("next").isTextual() ? "&cursor=" + page.path("next").asText() : "";
    } while (!cursor.isEmpty());
    return items;
  }

  /// The body of an operation of one event without data.
  public static String operation(String id, String order, String event) {
    return MAPPER
        .createObjectNode()
        .put("id", id)
        .put("order", order)
        .set("events", MAPPER.createArrayNode().add(MAPPER.createObjectNode().put("type", event)))
        .toString();
  }

  /// `path` begins with `/health`, or else is below the API's base. Throws [UncheckedIOException]
  /// when nothing came back.
  private Answered send(String method, String path, Optional<String> body) {
    String base = path.startsWith("/health") ? "" : "/api/v1";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server + base + path))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .method(
                method,
                body.map(HttpRequest.BodyPublishers::ofString)
                    .orElseGet(HttpRequest.BodyPublishers::noBody))
            .build();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answered(
          response.statusCode(), response.headers(), MAPPER.readTree(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
