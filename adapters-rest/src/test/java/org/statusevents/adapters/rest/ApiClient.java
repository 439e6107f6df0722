package org.statusevents.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Talks to the API as a client does. Every exchange of every test goes through [#send], which
/// shows it to the observers.
final class ApiClient {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final List<Observer> OBSERVERS = new ArrayList<>();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String address;
  private final Optional<String> key;

  ApiClient(int port, Optional<String> key) {
    this("http://127.0.0.1:" + port, key);
  }

  private ApiClient(String address, Optional<String> key) {
    this.address = address;
    this.key = key;
  }

  /// Sees each exchange; what it throws fails the test.
  interface Observer {
    void saw(Sent sent, Response response);
  }

  /// From now on every exchange of this JVM is shown to `observer`.
  static void observe(Observer observer) {
    OBSERVERS.add(observer);
  }

  /// The same API with another key.
  ApiClient withKey(String other) {
    return new ApiClient(address, Optional.of(other));
  }

  ApiClient withoutKey() {
    return new ApiClient(address, Optional.empty());
  }

  Response get(String path) {
    return send(new Sent("GET", path, Map.of(), Optional.empty()));
  }

  @CanIgnoreReturnValue
  Response put(String path, String json) {
    return send("PUT", path, "application/json", json);
  }

  @CanIgnoreReturnValue
  Response post(String path, String json) {
    return send("POST", path, "application/json", json);
  }

  @CanIgnoreReturnValue
  Response delete(String path) {
    return send(new Sent("DELETE", path, Map.of(), Optional.empty()));
  }

  Response send(String method, String path, String contentType, String body) {
    return send(
        new Sent(
            method,
            path,
            Map.of("Content-Type", contentType),
            Optional.of(body.getBytes(StandardCharsets.UTF_8))));
  }

  Response send(Sent sent) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + sent.path()))
            .timeout(PATIENCE)
            .method(
                sent.method(),
                sent.body().map(BodyPublishers::ofByteArray).orElse(BodyPublishers.noBody()));
    key.ifPresent(text -> request.setHeader("Authorization", "Bearer " + text));
    sent.headers().forEach(request::setHeader);
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      answer.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
      Response response = new Response(answer.statusCode(), headers, answer.body());
      OBSERVERS.forEach(observer -> observer.saw(sent, response));
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  record Sent(String method, String path, Map<String, String> headers, Optional<byte[]> body) {}

  record Response(int status, Map<String, String> headers, String text) {
    JsonNode json() {
      try {
        return MAPPER.readTree(text);
      } catch (JsonProcessingException e) {
        throw new AssertionError("no JSON: " + text, e);
      }
    }

    Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }

    /// This answer, which must be of that status.
    @CanIgnoreReturnValue
    Response is(int expected) {
      assertThat(status).as(text).isEqualTo(expected);
      return this;
    }

    /// This answer, which must be a problem document of that type.
    @CanIgnoreReturnValue
    Response isProblem(int expected, String name) {
      is(expected);
      assertThat(header("Content-Type")).contains("application/problem+json");
      assertThat(json().path("type").asText()).isEqualTo("urn:statusevents:problem:" + name);
      assertThat(json().path("status").asInt()).isEqualTo(expected);
      assertThat(json().path("title").asText()).isNotBlank();
      assertThat(json().path("detail").asText()).isNotBlank();
      return this;
    }

    /// The places that a problem document finds wrong.
    List<String> pointers() {
      return json()
          .path("errors")
          .valueStream()
          .map(error -> error.path("pointer").asText())
          .toList();
    }
  }
}
