package org.statusevents.adapters.rest.health;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.function.Supplier;
import org.statusevents.adapters.rest.exchange.Answer;
import org.statusevents.adapters.rest.exchange.BodyRule;
import org.statusevents.adapters.rest.exchange.Endpoint;
import org.statusevents.adapters.rest.exchange.Request;
import org.statusevents.adapters.rest.exchange.Requirement;
import org.statusevents.adapters.rest.problem.Problem;
import org.statusevents.adapters.rest.problem.ProblemType;
import org.statusevents.application.health.Readiness;

/// Health and metrics, without a key.
public final class HealthEndpoints {
  private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final List<Readiness> parts;
  private final Supplier<String> metrics;

  public HealthEndpoints(List<Readiness> parts, Supplier<String> metrics) {
    this.parts = List.copyOf(parts);
    this.metrics = metrics;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        probe("/health/live", _ -> Answer.ok(up())),
        probe("/health/ready", this::ready),
        probe("/metrics", _ -> Answer.text(200, PROMETHEUS_TEXT, metrics.get())));
  }

  private static Endpoint probe(String path, Endpoint.RequestHandler handler) {
    return new Endpoint(HttpMethod.GET, path, new Requirement.Probe(), BodyRule.NONE, handler);
  }

  private Answer ready(Request request) {
    ArrayNode notReady = JsonNodeFactory.instance.arrayNode();
    for (Readiness part : parts) {
      part.problem()
          .ifPresent(
              problem -> notReady.addObject().put("part", part.part()).put("problem", problem));
    }
    if (notReady.isEmpty()) {
      return Answer.ok(up());
    }
    return Answer.problem(
        Problem.of(ProblemType.NOT_READY, "Not ready yet, or for now; see parts.")
            .withMember("parts", notReady)
            .withHeader("Retry-After", "1"));
  }

  private static JsonNode up() {
    return JsonNodeFactory.instance.objectNode().put("status", "up");
  }
}
