package org.statusevents.benchmarks.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.statusevents.benchmarks.load.RequestSource.Prepared;

class OperationsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Operations operations = new Operations("main", "r1", new OrderRange("B", 100, 5));

  private static JsonNode body(Prepared prepared) throws Exception {
    return MAPPER.readTree(prepared.body().getBytes());
  }

  @Test
  void eachOperationOfAnOrderHasAnotherEventThanTheOneBefore() throws Exception {
    Map<String, String> lastEvent = new HashMap<>();
    Set<String> ids = new HashSet<>();
    JsonNode batch = body(operations.batches(200).next());
    assertThat(batch).hasSize(200);
    for (JsonNode operation : batch) {
      String event = operation.path("events").path(0).path("type").asText();
      String before = lastEvent.put(operation.path("order").asText(), event);
      assertThat(event).startsWith("ORDER_").isNotEqualTo(before);
      assertThat(ids.add(operation.path("id").asText())).isTrue();
    }
    assertThat(lastEvent).containsOnlyKeys("B100", "B101", "B102", "B103", "B104");
  }

  @Test
  void aSingleIsOneOperationOnTheSamePath() throws Exception {
    Prepared single = operations.singles().next();

    assertThat(single.path()).isEqualTo("/api/v1/stores/main/operations");
    assertThat(body(single).path("events").path(0).path("type").asText()).startsWith("ORDER_");
  }

  @Test
  void everyOrderIsImportedOnceAndTheLastBatchMayBeShort() throws Exception {
    var imports = operations.imports(3);

    assertThat(body(imports.next())).hasSize(3);
    JsonNode last = body(imports.next());
    assertThat(last).hasSize(2);
    assertThat(last.path(1).path("events").path(0).path("data").path("order").path("lines"))
        .hasSize(3);
  }
}
