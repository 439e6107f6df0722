package org.statusevents.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.statusevents.adapters.rest.exchange.BodyRule;
import org.statusevents.adapters.rest.exchange.Endpoint;
import org.statusevents.adapters.rest.exchange.Requirement;

/// The document against the code; [OpenApiCheck] holds it against the traffic.
final class OpenApiDocumentTest {
  @RegisterExtension final RunningApi api = new RunningApi();

  private final OpenApiDocument document = OpenApiDocument.THE_DOCUMENT;

  @Test
  void theDocumentHasExactlyTheRoutesWithTheirParameters() {
    Map<String, Set<String>> described = new TreeMap<>();
    for (OpenApiDocument.Operation operation : document.operations()) {
      described.put(
          operation.method() + " " + operation.path(),
          document.queryParameters(operation).stream()
              .map(parameter -> parameter.path("name").asText())
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    Map<String, Set<String>> registered = new TreeMap<>();
    for (Endpoint endpoint : Endpoints.of(api.useCases())) {
      registered.put(name(endpoint), new TreeSet<>(endpoint.parameters()));
    }
    assertThat(described).isEqualTo(registered);
  }

  @Test
  void theDocumentSaysWhichRightIsNeededAndWhichBodiesAreTaken() {
    for (Endpoint endpoint : Endpoints.of(api.useCases())) {
      JsonNode operation =
          document
              .find(endpoint.method().name(), name(endpoint).split(" ", 2)[1])
              .orElseThrow()
              .json();
      String description = operation.path("description").asText();
      switch (endpoint.requirement()) {
        case Requirement.InStore(var right) ->
            assertThat(description)
                .contains("Right: " + right.name().toLowerCase(Locale.ROOT) + ".");
        case Requirement.Keyed(var right) ->
            assertThat(description)
                .contains("Right: " + right.name().toLowerCase(Locale.ROOT) + ".");
        case Requirement.Open _, Requirement.Probe _ ->
            assertThat(operation.path("security").isEmpty() && operation.has("security"))
                .as(name(endpoint))
                .isTrue();
      }
      assertThat(operation.has("requestBody"))
          .as(name(endpoint))
          .isEqualTo(endpoint.body() != BodyRule.NONE);
    }
  }

  @Test
  void everyExampleIsWhatItsSchemaSays() {
    int examples = 0;
    for (JsonNode content : document.root().findValues("content")) {
      for (JsonNode media : content) {
        if (media.has("example") && !media.path("example").isTextual()) {
          examples++;
          assertThat(document.problems(media.path("schema"), media.path("example")))
              .as("example %s", media.path("example"))
              .isEmpty();
        }
      }
    }
    assertThat(examples).isGreaterThan(30);
  }

  @Test
  void everyReferenceLeadsSomewhereAndEveryOperationHasItsOwnId() {
    for (String reference : document.root().findValuesAsText("$ref")) {
      assertThat(document.root().at(reference.substring(1)).isMissingNode())
          .as(reference)
          .isFalse();
    }
    List<String> ids = document.root().findValuesAsText("operationId");
    assertThat(new HashSet<>(ids)).hasSameSizeAs(ids).hasSameSizeAs(document.operations());
  }

  @Test
  void thePageListsEveryOperationAndAsksNobodyElse() {
    String page = api.stranger().get("/docs").is(200).text();
    for (OpenApiDocument.Operation operation : document.operations()) {
      assertThat(page).contains(operation.method() + " " + operation.path() + "<");
    }
    assertThat(page).doesNotContain("src=", "<link", "@import", "href=\"http");
    assertThat(api.stranger().get("/openapi.json").is(200).json()).isEqualTo(document.root());
  }

  private static String name(Endpoint endpoint) {
    return endpoint.method().name() + " " + endpoint.path().replaceAll(":([a-z]+)", "{$1}");
  }
}
