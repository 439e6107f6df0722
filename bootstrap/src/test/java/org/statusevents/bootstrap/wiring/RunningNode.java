package org.statusevents.bootstrap.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.statusevents.bootstrap.settings.Settings;
import org.statusevents.domain.delivery.RetrySchedule;

/// The real service on an embedded database, spoken to over HTTP.
final class RunningNode implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final RetrySchedule QUICK =
      new RetrySchedule(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofDays(3), 5);

  private final Node node;
  private final HttpClient client = HttpClient.newHttpClient();

  RunningNode(Path data) {
    node =
        Node.start(
            new Settings(
                Optional.empty(),
                new Settings.HttpAddress("127.0.0.1", 0),
                data,
                List.of("127.0.0.0/8"),
                Optional.empty(),
                QUICK));
  }

  /// An answer with its body; null for none.
  record Answered(int status, JsonNode body) {
    Answered isOk() {
      if (status / 100 != 2) {
        throw new AssertionError("HTTP " + status + ": " + body);
      }
      return this;
    }
  }

  Answered get(String path) {
    return send("GET", path, Optional.empty());
  }

  Answered put(String path, String body) {
    return send("PUT", path, Optional.of(body));
  }

  Answered post(String path, String body) {
    return send("POST", path, Optional.of(body));
  }

  private Answered send(String method, String path, Optional<String> body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(node.address() + "/api/v1" + path))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + node.adminKey().orElseThrow())
            .header("Content-Type", "application/json")
            .method(
                method,
                body.map(HttpRequest.BodyPublishers::ofString)
                    .orElseGet(HttpRequest.BodyPublishers::noBody))
            .build();
    try {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answered(response.statusCode(), MAPPER.readTree(response.body()));
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /// A store with those labels, and a webhook channel to `receiver`.
  void store(String store, String mode, URI receiver, String... labels) {
    var _ = put("/stores/" + store, "{\"updateMode\":\"" + mode + "\"}").isOk();
    for (String label : labels) {
      var _ = put(labelPath(store, label), "{}").isOk();
    }
    var _ =
        put(
                "/stores/" + store + "/channels/hook",
                "{\"adapter\":\"webhook\",\"url\":\"" + receiver + "\"}")
            .isOk();
  }

  private static String labelPath(String store, String label) {
    return "/stores/" + store + "/labels/" + label.replace(" ", "%20");
  }

  void rule(String store, String event, String item, String order, boolean notify) {
    ObjectNode rule = MAPPER.createObjectNode().put("notify", notify);
    rule.put("itemLabel", item.isEmpty() ? null : item);
    rule.put("orderLabel", order.isEmpty() ? null : order);
    var _ = put("/stores/" + store + "/status-events/" + event, rule.toString()).isOk();
  }

  void order(String store, String number, int lines) {
    ObjectNode order = MAPPER.createObjectNode().put("cartOrderNumber", "W-" + number);
    for (int line = 1; line <= lines; line++) {
      var _ =
          order
              .withArray("lines")
              .addObject()
              .put("line", line)
              .put("sku", "S" + line)
              .put("name", "Thing " + line)
              .put("quantity", 2);
    }
    var _ = put("/stores/" + store + "/orders/" + number, order.toString()).isOk();
  }

  JsonNode operation(String store, String id, String order, String events) {
    return post(
            "/stores/" + store + "/operations",
            "{\"id\":\"" + id + "\",\"order\":\"" + order + "\",\"events\":" + events + "}")
        .isOk()
        .body();
  }

  @Override
  public void close() {
    client.close();
    node.close();
  }
}
