package org.statusevents.bootstrap.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.statusevents.application.housekeeping.Retention;
import org.statusevents.bootstrap.client.PlainClient;
import org.statusevents.bootstrap.client.PlainClient.Answered;
import org.statusevents.bootstrap.delivery.WorkerLimits;
import org.statusevents.bootstrap.settings.Settings;
import org.statusevents.domain.delivery.RetrySchedule;

/// The real service, spoken to over HTTP.
final class RunningNode implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final RetrySchedule QUICK =
      new RetrySchedule(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofDays(3), 5);

  private final Node node;
  private final PlainClient client;

  /// On the embedded database.
  RunningNode(Path data) {
    this(data, Optional.empty(), WorkerLimits.STANDARD);
  }

  RunningNode(Path data, Optional<Settings.DatabaseAddress> database, WorkerLimits limits) {
    node =
        Node.start(
            new Settings(
                database,
                new Settings.HttpAddress("127.0.0.1", 0),
                data,
                List.of("127.0.0.0/8"),
                Optional.empty(),
                QUICK,
                Retention.STANDARD),
            limits);
    client = new PlainClient(node.address(), node.adminKey().orElseThrow());
  }

  Answered get(String path) {
    return client.get(path);
  }

  List<JsonNode> all(String path) {
    return client.all(path);
  }

  Answered put(String path, String body) {
    return client.put(path, body);
  }

  Answered post(String path, String body) {
    return client.post(path, body);
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
