package org.statusevents.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.statusevents.adapters.rest.RawHttp.Answer;
import org.statusevents.application.access.Role;
import org.statusevents.application.access.StoreScope;

/// What comes over the wire and is no HTTP, or none that a well-behaved client would send. Requests
/// may take 300 milliseconds to arrive.
final class WireTest {
  private static final String OPERATIONS = "POST /api/v1/stores/shop/operations HTTP/1.1";
  private static final String JSON = "Content-Type: application/json";

  @RegisterExtension final RunningApi api = new RunningApi(hasty());

  private String authorization = "";

  private static HttpApiConfig hasty() {
    HttpApiConfig standard = HttpApiConfig.defaults("127.0.0.1", 0);
    return new HttpApiConfig(
        standard.host(),
        standard.port(),
        standard.concurrentRequestsMax(),
        standard.waitingRequestsMax(),
        standard.waitMax(),
        Duration.ofMillis(300),
        standard.idleMax(),
        false);
  }

  @BeforeEach
  void openShop() {
    api.shop();
    authorization =
        "Authorization: Bearer "
            + api.manageKeys()
                .create(new StoreScope.AllStores(), Role.ADMIN, "raw", Optional.empty())
                .text();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/labels/%zz",
        "/labels/%",
        "/labels/a%2",
        "/labels/%ff",
        "/labels/%C3",
        "/labels/%ED%A0%80",
        "/labels/\u00fc",
        "/orders?q=%zz",
        "/orders?q=%",
        "/orders?q=%C3%28",
        "/orders?%zz=1"
      })
  void anAddressThatIsNotUtf8IsMalformed(String address) {
    Answer answer = ask("GET /api/v1/stores/shop" + address + " HTTP/1.1");
    isProblem(answer, 400, "malformed");
    assertThat(answer.body()).contains("address");
  }

  @Test
  void aBodyThatComesTooSlowlyIsCutOff() {
    try (RawHttp client = new RawHttp(api.port())) {
      client.lines(OPERATIONS, "Host: x", authorization, JSON, "Content-Length: 50", "", "{");
      isProblem(client.answer(), 408, "too-slow");
      assertThat(client.isClosed()).isTrue();
    }
  }

  @Test
  void headersThatNeverEndAreCutOff() {
    try (RawHttp client = new RawHttp(api.port())) {
      client.lines(OPERATIONS, "Host: x");
      assertThat(client.isClosed()).isTrue();
    }
  }

  @Test
  void aBodyThatSaysItIsTooLargeIsRefusedBeforeItComes() {
    isProblem(ask(OPERATIONS, JSON, "Content-Length: " + (1024 * 1024 + 1)), 413, "body-too-large");
  }

  @Test
  void aBodyThatGrowsTooLargeIsRefused() {
    try (RawHttp client = new RawHttp(api.port())) {
      client.lines(OPERATIONS, "Host: x", authorization, JSON, "Transfer-Encoding: chunked", "");
      client.lines("100001", " ".repeat(0x100001));
      isProblem(client.answer(), 413, "body-too-large");
    }
  }

  /// The connection may be gone before there is a request to answer.
  @Test
  void aBodyInBrokenChunksIsTheClientsFault() {
    try (RawHttp client = new RawHttp(api.port())) {
      client.lines(OPERATIONS, "Host: x", authorization, JSON, "Transfer-Encoding: chunked", "");
      client.lines("zz", "");
      client.answerIfAny().ifPresent(answer -> isProblem(answer, 400, "malformed"));
      assertThat(client.isClosed()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: -1", "Content-Length: x", "No Header"})
  void headersThatAreNoneAreMalformed(String header) {
    isProblem(ask(OPERATIONS, JSON, header), 400, "malformed");
  }

  @Test
  void twoLengthsOfOneBodyAreMalformed() {
    isProblem(ask(OPERATIONS, JSON, "Content-Length: 2", "Content-Length: 3"), 400, "malformed");
    isProblem(
        ask(OPERATIONS, JSON, "Content-Length: 2", "Transfer-Encoding: chunked"), 400, "malformed");
  }

  @Test
  void addressAndHeadersAreBounded() {
    isProblem(ask("GET /" + "a".repeat(9_000) + " HTTP/1.1"), 414, "address-too-long");
    isProblem(ask("GET / HTTP/1.1", "X: " + "a".repeat(17_000)), 431, "headers-too-large");
  }

  @Test
  void whatIsNoHttpIsMalformed() {
    isProblem(ask("hello"), 400, "malformed");
  }

  @Test
  void headIsAnsweredAsGetWithoutTheBody() {
    for (String address : new String[] {"/health/live", "/docs", "/api/v1/stores"}) {
      try (RawHttp client = new RawHttp(api.port())) {
        client.lines("HEAD " + address + " HTTP/1.1", "Host: x", authorization, "");
        Answer head = client.answerWithoutBody();
        assertThat(head.status()).isEqualTo(200);
        client.lines("GET " + address + " HTTP/1.1", "Host: x", authorization, "");
        Answer get = client.answer();
        assertThat(get.header("Content-Type")).isEqualTo(head.header("Content-Type"));
        assertThat(get.body()).isNotEmpty();
      }
    }
    isProblem(ask("HEAD /api/v1/keys/1 HTTP/1.1"), 405, "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"})
  void aMethodThatAnAddressDoesNotTakeIsToldThoseItDoes(String method) {
    Answer answer = ask(method + " /api/v1/stores/shop HTTP/1.1");
    isProblem(answer, 405, "method-not-allowed");
    assertThat(answer.header("Allow")).contains("GET, HEAD, PUT");
  }

  @Test
  void anAddressThatLeadsNowhereIsSaidTo() {
    for (String address :
        new String[] {"/", "/api/v1", "/api/v2/stores", "/api/v1/stores/shop/x"}) {
      isProblem(ask("GET " + address + " HTTP/1.1"), 404, "path-unknown");
    }
  }

  @Test
  void twoKeysAtOnceAreMalformed() {
    isProblem(ask("GET /api/v1/stores HTTP/1.1", "Authorization: Bearer other"), 400, "malformed");
  }

  private Answer ask(String request, String... more) {
    try (RawHttp client = new RawHttp(api.port())) {
      client.lines(request, "Host: x", authorization);
      client.lines(more);
      client.lines("");
      return request.startsWith("HEAD") ? client.answerWithoutBody() : client.answer();
    }
  }

  private static void isProblem(Answer answer, int status, String type) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains(type.isEmpty() ? "" : "urn:statusevents:problem:" + type);
  }
}
