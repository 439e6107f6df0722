package org.statusevents.adapters.rest.documentation;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.statusevents.adapters.rest.exchange.Answer;
import org.statusevents.adapters.rest.exchange.BodyRule;
import org.statusevents.adapters.rest.exchange.Endpoint;
import org.statusevents.adapters.rest.exchange.Requirement;
import org.statusevents.adapters.rest.json.BodyReader;

/// The OpenAPI document and the page that shows it, without a key.
public final class DocumentationEndpoints {
  private static final String DOCUMENT = "/org/statusevents/adapters/rest/openapi.json";
  private static final String PAGE_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private final JsonNode document = read();

  public List<Endpoint> endpoints() {
    Answer json = Answer.ok(document);
    Answer page =
        Answer.text(200, "text/html; charset=utf-8", new DocumentationPage(document).html())
            .withHeader("Content-Security-Policy", PAGE_POLICY);
    return List.of(open("/openapi.json", json), open("/docs", page));
  }

  private static Endpoint open(String path, Answer answer) {
    return new Endpoint(HttpMethod.GET, path, new Requirement.Open(), BodyRule.NONE, _ -> answer);
  }

  private static JsonNode read() {
    try (@Nullable InputStream resource =
        DocumentationEndpoints.class.getResourceAsStream(DOCUMENT)) {
      if (resource == null) {
        throw new IllegalStateException("the resource " + DOCUMENT + " is missing");
      }
      return BodyReader.read(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
