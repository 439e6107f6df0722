package org.statusevents.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.statusevents.adapters.rest.ApiClient.Response;
import org.statusevents.adapters.rest.ApiClient.Sent;
import org.statusevents.application.access.Role;

final class BatchTest {
  private static final String STORE = "/api/v1/stores/shop";
  private static final String BATCH = STORE + "/operations/batch";
  private static final String NDJSON = "application/x-ndjson";

  @RegisterExtension final RunningApi api = new RunningApi();

  @BeforeEach
  void importOrders() {
    api.shop();
    api.client(Role.INGEST).put(STORE + "/orders/1001", Bodies.order(1)).is(201);
    api.client(Role.INGEST).put(STORE + "/orders/1002", Bodies.order(1)).is(201);
  }

  @Test
  void aBatchOfRightOperationsIsAppliedInOrder() {
    JsonNode items =
        array(
                Bodies.approval("a", "1001"),
                Bodies.operation("b", "1001", "{\"type\": \"ORDER_PACK\"}"),
                Bodies.approval("c", "1002"))
            .is(200)
            .json()
            .path("items");
    assertThat(each(items, "status")).containsExactly("applied", "applied", "applied");
    assertThat(each(items, "index")).containsExactly("0", "1", "2");
    assertThat(items.at("/1/id").asText()).isEqualTo("b");
    assertThat(items.at("/1/result/orderLabel").asText()).isEqualTo("Packed");
    assertThat(items.at("/1/result/version").asInt()).isEqualTo(3);
  }

  @Test
  void wrongOperationsAreRejectedAndTheOthersApplied() {
    Response answer =
        array(
            Bodies.approval("a", "1001"),
            Bodies.approval("a", "1001"),
            Bodies.approval("b", "9999"),
            Bodies.operation("a", "1001", "{\"type\": \"ORDER_PACK\"}"),
            "{\"id\": \"d\"}",
            "7",
            Bodies.operation(
                "e", "1001", "{\"type\": \"ITEM_CANCEL\", \"data\": {\"lines\": [{\"line\": 2}]}}"),
            Bodies.approval("f", "1002"));
    JsonNode items = answer.is(207).json().path("items");
    assertThat(each(items, "status"))
        .isEqualTo(
            List.of(
                "applied",
                "duplicate",
                "rejected",
                "rejected",
                "rejected",
                "rejected",
                "rejected",
                "applied"));
    assertThat(items.at("/1/result")).isEqualTo(items.at("/0/result"));
    assertThat(items.at("/2/problem/type").asText()).endsWith("order-unknown");
    assertThat(items.at("/3/problem/type").asText()).endsWith("id-taken");
    assertThat(items.at("/4/id").asText()).isEqualTo("d");
    assertThat(items.at("/4/problem/errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/order", "/events");
    assertThat(items.at("/5/problem/errors/0/pointer").asText()).isEmpty();
    assertThat(items.at("/5/id").isNull()).isTrue();
    assertThat(items.at("/6/problem/errors/0/pointer").asText())
        .isEqualTo("/events/0/data/lines/0/line");
    assertThat(version("1001")).isEqualTo(2);
    assertThat(version("1002")).isEqualTo(2);
  }

  @Test
  void theSameBatchAgainIsAllDuplicates() {
    array(Bodies.approval("a", "1001"), Bodies.approval("b", "1002")).is(200);
    JsonNode items =
        array(Bodies.approval("a", "1001"), Bodies.approval("b", "1002"))
            .is(200)
            .json()
            .path("items");
    assertThat(each(items, "status")).containsExactly("duplicate", "duplicate");
    assertThat(version("1001")).isEqualTo(2);
  }

  @Test
  void allOrNoneAppliesNothingWhereOneIsRejected() {
    Response refused =
        atomic(Bodies.approval("a", "1001"), Bodies.approval("b", "9999"))
            .isProblem(422, "batch-refused");
    JsonNode items = refused.json().path("items");
    assertThat(each(items, "status")).containsExactly("rejected", "rejected");
    assertThat(items.at("/0/problem/type").asText()).endsWith("not-recorded");
    assertThat(items.at("/1/problem/type").asText()).endsWith("order-unknown");
    JsonNode unreadable =
        atomic(Bodies.approval("a", "1001"), "{}").isProblem(422, "batch-refused").json();
    assertThat(unreadable.at("/items/0/problem/type").asText()).endsWith("not-recorded");
    assertThat(unreadable.at("/items/1/problem/type").asText()).endsWith("invalid");
    assertThat(version("1001")).isEqualTo(1);
  }

  @Test
  void allOrNoneAppliesAllWhereAllAreRight() {
    atomic(Bodies.approval("a", "1001"), Bodies.approval("b", "1002")).is(200);
    assertThat(version("1001")).isEqualTo(2);
    assertThat(version("1002")).isEqualTo(2);
  }

  @Test
  void linesAreOperationsAndABrokenLineSpoilsItselfAlone() {
    String body =
        Bodies.approval("a", "1001")
            + "\r\n\n{\"id\": \"b\",\n"
            + Bodies.approval("c", "1002")
            + "\n";
    JsonNode items =
        api.client(Role.INGEST).send("POST", BATCH, NDJSON, body).is(207).json().path("items");
    assertThat(each(items, "status")).containsExactly("applied", "rejected", "applied");
    assertThat(each(items, "line")).containsExactly("1", "3", "4");
    assertThat(items.at("/1/problem/type").asText()).endsWith("malformed");
    assertThat(items.at("/1/problem/status").asInt()).isEqualTo(400);
  }

  @Test
  void aLineThatIsNotUtf8SpoilsItselfAlone() {
    byte[] body =
        (Bodies.approval("a", "1001")
                + "\n{\"id\": \"gr\u00fc\u00df\"}\n"
                + Bodies.approval("c", "1002"))
            .getBytes(StandardCharsets.ISO_8859_1);
    JsonNode items =
        api.client(Role.INGEST)
            .send(
                new Sent(
                    "POST",
                    BATCH,
                    Map.of("Content-Type", NDJSON + "; charset=UTF-8"),
                    Optional.of(body)))
            .is(207)
            .json()
            .path("items");
    assertThat(each(items, "status")).containsExactly("applied", "rejected", "applied");
    assertThat(items.at("/1/problem/detail").asText()).contains("UTF-8");
  }

  @Test
  void fiveHundredAreTakenAndOneMoreIsTooMany() {
    JsonNode items = array(approvals(500)).is(200).json().path("items");
    assertThat(items).hasSize(500);
    array(approvals(501)).isProblem(413, "body-too-large");
    api.client(Role.INGEST)
        .send("POST", BATCH, NDJSON, String.join("\n", approvals(501)))
        .isProblem(413, "body-too-large");
    assertThat(version("1001")).isEqualTo(501);
  }

  @Test
  void aBatchIsAnArrayOfAtLeastOne() {
    assertThat(array().isProblem(422, "invalid").pointers()).containsExactly("");
    api.client(Role.INGEST).post(BATCH, "{}").isProblem(422, "invalid");
    api.client(Role.INGEST).post(BATCH, "[").isProblem(400, "malformed");
    api.client(Role.INGEST).send("POST", BATCH, NDJSON, "\n\n").isProblem(422, "invalid");
  }

  @Test
  void theSwitchForAllOrNoneIsTrueOrFalse() {
    api.client(Role.INGEST)
        .post(BATCH + "?atomic=yes", "[" + Bodies.approval("a", "1001") + "]")
        .isProblem(400, "invalid-parameter");
  }

  @Test
  void anUnknownStoreTakesNoBatch() {
    String nobody = "/api/v1/stores/nobody/operations/batch";
    api.client(Role.INGEST)
        .post(nobody, "[" + Bodies.approval("a", "1001") + "]")
        .isProblem(404, "store-unknown");
    api.client(Role.INGEST).post(nobody, "[{}]").isProblem(404, "store-unknown");
  }

  private Response array(String... operations) {
    return api.client(Role.INGEST).post(BATCH, "[" + String.join(",", operations) + "]");
  }

  private Response atomic(String... operations) {
    return api.client(Role.INGEST)
        .post(BATCH + "?atomic=true", "[" + String.join(",", operations) + "]");
  }

  private static String[] approvals(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Bodies.approval("op-" + i, "1001"))
        .toArray(String[]::new);
  }

  private static List<String> each(JsonNode items, String field) {
    return items.valueStream().map(item -> item.path(field).asText()).toList();
  }

  private int version(String order) {
    return api.client(Role.READ)
        .get(STORE + "/orders/" + order)
        .is(200)
        .json()
        .path("version")
        .asInt();
  }
}
