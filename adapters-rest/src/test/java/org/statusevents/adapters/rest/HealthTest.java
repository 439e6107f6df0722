package org.statusevents.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.statusevents.application.access.Role;

final class HealthTest {
  @RegisterExtension final RunningApi api = new RunningApi();

  @Test
  void theServiceIsReadyWhileAllPartsAre() {
    api.stranger().get("/health/live").is(200);
    api.stranger().get("/health/ready").is(200);
    api.database.goAway();
    var notReady = api.stranger().get("/health/ready").isProblem(503, "not-ready");
    assertThat(notReady.json().path("parts").path(0).path("part").asText()).isEqualTo("database");
    assertThat(notReady.header("Retry-After")).isPresent();
    api.stranger().get("/health/live").is(200);
    api.database.comeBack();
    api.stranger().get("/health/ready").is(200);
  }

  @Test
  void metricsAreHandedOut() {
    var metrics = api.stranger().get("/metrics").is(200);
    assertThat(metrics.text()).contains("up 1");
    assertThat(metrics.header("Content-Type").orElseThrow()).startsWith("text/plain");
  }

  @Test
  void requestsAreMeasuredByRouteAndNeverByAddress() {
    api.shop();
    api.client(Role.READ).get("/api/v1/stores/shop/orders/secret-number").is(404);
    api.stranger().get("/api/v1/made/up").is(404);
    api.stranger().get("/api/v1/stores/shop/orders/secret-number").is(401);
    assertThat(count("/api/v1/stores/:store/orders/:number", "404")).isEqualTo(1);
    assertThat(count("/api/v1/stores/:store/orders/:number", "401")).isEqualTo(1);
    assertThat(count("none", "404")).isEqualTo(1);
    assertThat(api.measurements.getMeters().toString()).doesNotContain("secret-number", "made");
  }

  private long count(String route, String status) {
    return api.measurements
        .get("http.server.requests")
        .tags("route", route, "status", status, "method", "GET")
        .timer()
        .count();
  }

  @Test
  void noAnswerIsKeptOrGuessedAtByBrowsers() {
    api.shop();
    for (var answer :
        new ApiClient.Response[] {
          api.client(Role.READ).get("/api/v1/stores/shop").is(200),
          api.stranger().get("/api/v1/stores/shop").is(401),
          api.stranger().get("/docs").is(200)
        }) {
      assertThat(answer.header("Cache-Control")).contains("no-store");
      assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
    }
  }
}
