package org.statusevents.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.statusevents.adapters.rest.OpenApiDocument.Operation;

/// Holds real traffic against the OpenAPI document: what the API accepts must be described, and so
/// must all that it answers.
final class OpenApiCheck implements ApiClient.Observer {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String JSON = "application/json";

  /// Refusals that come before any operation is found or read.
  private static final Set<Integer> GENERAL = Set.of(400, 404, 405, 408, 414, 431);

  /// Some items of the body were refused.
  private static final int PARTLY = 207;

  private final OpenApiDocument document = OpenApiDocument.THE_DOCUMENT;

  @Override
  public void saw(ApiClient.Sent sent, ApiClient.Response response) {
    String[] address = sent.path().split("\\?", 2);
    Optional<Operation> operation = document.find(sent.method(), address[0]);
    String what = sent.method() + " " + sent.path() + " -> " + response.status();
    if (operation.isEmpty() || isGeneral(operation.get(), response)) {
      assertThat(GENERAL).as(what).contains(response.status());
      checkAgainst(document.root().at("/components/responses/BadRequest/content"), response, what);
      return;
    }
    if (response.status() < 400 && response.status() != PARTLY) {
      checkBody(operation.get(), sent, what);
      checkQuery(operation.get(), address.length > 1 ? address[1] : "", what);
    }
    checkAnswer(operation.get(), response, what);
  }

  private static boolean isGeneral(Operation operation, ApiClient.Response response) {
    boolean described = operation.json().path("responses").has(Integer.toString(response.status()));
    return !described && GENERAL.contains(response.status()) && response.status() != 404;
  }

  private void checkBody(Operation operation, ApiClient.Sent sent, String what) {
    JsonNode content = operation.json().path("requestBody").path("content");
    boolean leftOut = sent.body().filter(body -> body.length > 0).isEmpty();
    assertThat(leftOut && operation.json().path("requestBody").path("required").asBoolean())
        .as("%s has a body", what)
        .isFalse();
    if (!leftOut && sent.headers().getOrDefault("Content-Type", "").equals(JSON)) {
      if (content.has(JSON)) {
        JsonNode body = json(new String(sent.body().get(), StandardCharsets.UTF_8), what);
        assertThat(document.problems(content.path(JSON).path("schema"), body))
            .as("body of %s: %s", what, body)
            .isEmpty();
      }
    }
  }

  private void checkQuery(Operation operation, String query, String what) {
    for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      String value = URLDecoder.decode(parts.length > 1 ? parts[1] : "", StandardCharsets.UTF_8);
      JsonNode parameter =
          document.queryParameters(operation).stream()
              .filter(known -> known.path("name").asText().equals(parts[0]))
              .findFirst()
              .orElseThrow(() -> new AssertionError(what + ": " + parts[0] + " is not described"));
      assertThat(document.problems(parameter.path("schema"), typed(parameter, value)))
          .as("%s of %s", parts[0], what)
          .isEmpty();
    }
  }

  private static JsonNode typed(JsonNode parameter, String value) {
    return switch (parameter.path("schema").path("type").asText()) {
      case "integer" -> IntNode.valueOf(Integer.parseInt(value));
      case "boolean" -> BooleanNode.valueOf(Boolean.parseBoolean(value));
      default -> TextNode.valueOf(value);
    };
  }

  private void checkAnswer(Operation operation, ApiClient.Response response, String what) {
    JsonNode described =
        document.resolved(
            operation.json().path("responses").path(Integer.toString(response.status())));
    assertThat(described.isMissingNode()).as("%s is not described", what).isFalse();
    described.path("headers").properties().stream()
        .filter(header -> header.getValue().path("required").asBoolean())
        .forEach(header ->
            assertThat(response.header(header.getKey()).isPresent())
                .as("%s has the header %s", what, header.getKey())
                .isTrue());
    if (described.has("content")) {
      checkAgainst(described.path("content"), response, what);
    } else {
      assertThat(response.text()).as(what).isEmpty();
    }
  }

  private void checkAgainst(JsonNode content, ApiClient.Response response, String what) {
    String type = response.header("Content-Type").orElse("none").split(";", 2)[0];
    assertThat(content.has(type)).as("%s answers %s", what, type).isTrue();
    JsonNode body =
        type.endsWith("json") ? json(response.text(), what) : TextNode.valueOf(response.text());
    assertThat(document.problems(content.path(type).path("schema"), body))
        .as("answer to %s: %s", what, response.text())
        .isEmpty();
  }

  private static JsonNode json(String text, String what) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(what, e);
    }
  }
}
