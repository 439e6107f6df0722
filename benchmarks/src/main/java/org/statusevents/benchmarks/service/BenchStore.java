package org.statusevents.benchmarks.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import org.statusevents.benchmarks.database.BenchFailure;
import org.statusevents.bootstrap.client.ApiAnswer;
import org.statusevents.bootstrap.client.ApiClient;

/// The store of the run, as a merchant would set it up: default labels and rules, and four events
/// that relabel lines as well.
public final class BenchStore {
  private static final List<String> LABELS = List.of("Approved", "Packed", "Paid", "On Hold");
  private static final String SECRET =
      "whsec_" + Base64.getEncoder().encodeToString(new byte[32]).replace('A', 'Q');

  private final ApiClient api;
  private final String id;

  private BenchStore(ApiClient api, String id) {
    this.api = api;
    this.id = id;
  }

  public static BenchStore create(ApiClient api, String id) {
    BenchStore store = new BenchStore(api, id);
    store.check(api.put(store.path(""), object().put("name", "Benchmark")));
    store.check(api.post(store.path("/defaults"), object()));
    for (int i = 0; i < LABELS.size(); i++) {
      String label = LABELS.get(i);
      store.check(
          api.put(
              store.path("/status-events/" + Operations.EVENTS.get(i)),
              object().put("itemLabel", label).put("orderLabel", label).put("notify", true)));
    }
    return store;
  }

  /// A webhook channel, signed as one should be, that hears of all orders while it is enabled.
  public void channel(String channel, URI receiver, boolean enabled) {
    ObjectNode body =
        object().put("adapter", "webhook").put("url", receiver.toString()).put("enabled", enabled);
    var _ = body.putObject("secrets").put("signingSecret", SECRET);
    check(api.put(path("/channels/" + channel), body));
  }

  public String id() {
    return id;
  }

  /// The answer to a GET below the store.
  public JsonNode get(String below) {
    ApiAnswer answer = api.get(path(below));
    check(answer);
    return answer.body();
  }

  private String path(String below) {
    return "/stores/" + id + below;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private void check(ApiAnswer answer) {
    if (!answer.succeeded()) {
      throw new BenchFailure("store " + id + ": " + answer.problem());
    }
  }
}
