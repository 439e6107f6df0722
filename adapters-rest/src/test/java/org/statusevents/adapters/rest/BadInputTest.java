package org.statusevents.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.statusevents.adapters.rest.ApiClient.Response;
import org.statusevents.adapters.rest.ApiClient.Sent;
import org.statusevents.application.access.Role;

/// Bodies that are no JSON, too large, too deep or of a wrong type: each gets a clear problem and
/// changes nothing.
final class BadInputTest {
  private static final String OPERATIONS = "/api/v1/stores/shop/operations";

  @RegisterExtension final RunningApi api = new RunningApi();

  @BeforeEach
  void openShop() {
    api.shop();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "{",
        "{\"id\": \"a\"",
        "{\"id\": \"a\",}",
        "{id: 1}",
        "{\"id\": \"a\", \"id\": \"b\"}",
        "{} {}",
        "{\"id\": 01}",
        "{\"id\": NaN}",
        "{\"id\": \"\\x\"}",
        "{\"id\": 12345678901234567890123456789012345678901234567890}",
        "\uFEFF{}",
        "{\"id\": 1e99999999999}",
        "{\"id\": -1e-99999999999}",
        "{\"id\": 0.1e-2147483647}",
        "{\"id\": \"a\"}x",
        "<xml/>"
      })
  void whatIsNoJsonIsMalformed(String body) {
    post(body).isProblem(400, "malformed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "99999999999", "-1", "0", "1.0", "true", "\"1\""})
  void aNumberOutOfItsRangeIsRefusedWhereItStands(String line) {
    api.client(Role.INGEST).put("/api/v1/stores/shop/orders/1001", Bodies.order(1)).is(201);
    String event = "{\"type\": \"ITEM_CANCEL\", \"data\": {\"lines\": [{\"line\": " + line + "}]}}";
    assertThat(post(Bodies.operation("a", "1001", event)).isProblem(422, "invalid").pointers())
        .containsExactly("/events/0/data/lines/0/line");
  }

  @Test
  void depthIsBounded() {
    String deep = "[".repeat(33) + "]".repeat(33);
    assertThat(post(deep).isProblem(400, "malformed").text()).contains("depth");
    post("[".repeat(500_000)).isProblem(400, "malformed");
    post("[".repeat(32) + "]".repeat(32)).isProblem(422, "invalid");
  }

  @Test
  void textsAndNamesAreBounded() {
    post("{\"id\": \"" + "a".repeat(8 * 1024 + 1) + "\"}").isProblem(400, "malformed");
    post("{\"" + "a".repeat(300) + "\": 1}").isProblem(400, "malformed");
  }

  @Test
  void aBodyThatIsNotUtf8IsMalformed() {
    byte[] latin = "{\"id\": \"Größe\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(
            raw(latin, Map.of("Content-Type", "application/json"))
                .isProblem(400, "malformed")
                .text())
        .contains("UTF-8");
    byte[] marked = "{\"id\": \"a\"}".getBytes(StandardCharsets.UTF_16);
    raw(marked, Map.of("Content-Type", "application/json")).isProblem(400, "malformed");
    byte[] wide = "{\"id\": \"a\"}".getBytes(StandardCharsets.UTF_16LE);
    raw(wide, Map.of("Content-Type", "application/json")).isProblem(400, "malformed");
  }

  @Test
  void aBodyOverItsLimitIsTooLarge() {
    String million = "{\"id\": [" + "1,".repeat(524_288) + "1]}";
    post(million).isProblem(413, "body-too-large");
    String batch = "[" + "1,".repeat(524_288) + "1]";
    assertThat(
            api.client(Role.INGEST)
                .post(OPERATIONS + "/batch", batch)
                .isProblem(413, "body-too-large")
                .text())
        .contains("500");
    api.client(Role.INGEST)
        .post(OPERATIONS + "/batch", "[" + "1,".repeat(2_097_152) + "1]")
        .isProblem(413, "body-too-large");
  }

  @Test
  void aBodyOfAnotherTypeIsNotUnderstood() {
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    raw(body, Map.of()).isProblem(415, "media-type");
    raw(body, Map.of("Content-Type", "text/plain")).isProblem(415, "media-type");
    raw(body, Map.of("Content-Type", "multipart/form-data; boundary=x"))
        .isProblem(415, "media-type");
    raw(body, Map.of("Content-Type", "application/x-ndjson")).isProblem(415, "media-type");
    raw(body, Map.of("Content-Type", "application/json; charset=iso-8859-1"))
        .isProblem(415, "media-type");
    raw(body, Map.of("Content-Type", "application/json", "Content-Encoding", "gzip"))
        .isProblem(415, "media-type");
    raw(body, Map.of("Content-Type", "Application/JSON; charset=\"UTF-8\""))
        .isProblem(422, "invalid");
  }

  @Test
  void halfACharacterIsRefusedWhereverItStands() {
    String half = "\"x\\ud83d\"";
    assertThat(
            post("{\"id\": %s, \"order\": %s, \"source\": %s, \"events\": [{\"type\": \"X\"}]}"
                    .formatted(half, half, half))
                .isProblem(422, "invalid")
                .pointers())
        .contains("/id", "/order", "/source");
    ApiClient client = api.client(Role.CONFIGURE);
    String shop = "/api/v1/stores/shop";
    client
        .post(shop + "/labels/Packed/rename", "{\"text\": %s}".formatted(half))
        .isProblem(422, "invalid");
    assertThat(
            client
                .put(
                    shop + "/channels/web",
                    "{\"adapter\": \"fake\", \"url\": \"https://cart.example/\\ud83d\"}")
                .isProblem(422, "invalid")
                .pointers())
        .contains("/url");
  }

  @Test
  void manyProblemsAreCut() {
    StringBuilder body = new StringBuilder("{");
    for (int i = 0; i < 200; i++) {
      body.append("\"x%d\": 1,".formatted(i));
    }
    assertThat(post(body.append("\"y\": 1}").toString()).isProblem(422, "invalid").pointers())
        .hasSize(100);
  }

  private Response post(String body) {
    return api.client(Role.INGEST).post(OPERATIONS, body);
  }

  private Response raw(byte[] body, Map<String, String> headers) {
    return api.client(Role.INGEST).send(new Sent("POST", OPERATIONS, headers, Optional.of(body)));
  }
}
