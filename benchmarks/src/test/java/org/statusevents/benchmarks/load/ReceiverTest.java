package org.statusevents.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReceiverTest {
  private static final String NO_CONTENT = "HTTP/1.1 204 No Content\r\n\r\n";

  private final Receiver receiver = new Receiver();
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    client.close();
    receiver.close();
  }

  private HttpResponse<Void> post(String order, int sequence) throws Exception {
    String body = "{\"id\":\"x\",\"subject\":\"" + order + "\",\"sequence\":" + sequence + "}";
    return client.send(
        HttpRequest.newBuilder(URI.create(receiver.address().toString()))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.discarding());
  }

  @Test
  void whileShutItAsksToWaitAndCountsNothing() throws Exception {
    HttpResponse<Void> answer = post("1", 1);

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("2");
    assertThat(receiver.received().accepted()).isZero();
  }

  @Test
  void aSequenceThatFallsIsOutOfOrderAndOneThatStaysIsRepeated() throws Exception {
    receiver.open();
    assertThat(post("1", 2).statusCode()).isEqualTo(204);
    var _ = post("1", 3);
    var _ = post("2", 1);
    var _ = post("1", 3);
    var _ = post("1", 2);

    assertThat(receiver.received().accepted()).isEqualTo(5);
    assertThat(receiver.received().repeated()).isEqualTo(1);
    assertThat(receiver.received().reordered()).isEqualTo(1);
    receiver.reset();
    assertThat(receiver.received().accepted()).isZero();
  }

  @Test
  void acceptancesOfTheWarmUpAreNoneOfTheRate() throws Exception {
    receiver.open();
    receiver.reset(2);
    var _ = post("1", 1);
    var _ = post("1", 2);
    assertThat(receiver.received().perSecond()).isZero();
    var _ = post("1", 3);
    long first = receiver.received().nanosFirst();
    var _ = post("1", 4);
    var _ = post("1", 5);

    Receiver.Received received = receiver.received();
    assertThat(received.nanosFirst()).isEqualTo(first);
    assertThat(received.perSecond())
        .isCloseTo(2e9 / (received.nanosLast() - first), Percentage.withPercentage(0.1));
    assertThat(received.how()).isEqualTo("once, 3 after 2");
  }

  private static String updates(int from, int to) {
    StringBuilder all = new StringBuilder();
    for (int sequence = from; sequence <= to; sequence++) {
      String body = "{\"subject\":\"1\",\"sequence\":" + sequence + "}";
      all.append("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: ")
          .append(body.length())
          .append("\r\n\r\n")
          .append(body);
    }
    return all.toString();
  }

  private Socket connected() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), receiver.address().getPort());
    socket.setSoTimeout(10_000);
    socket.setTcpNoDelay(true);
    return socket;
  }

  @Test
  void requestsThatComeAtOnceAreAnsweredInTurn() throws Exception {
    receiver.open();
    try (Socket socket = connected()) {
      ScriptedServer.write(socket, updates(1, 20));

      assertThat(socket.getInputStream().readNBytes(20 * NO_CONTENT.length()))
          .asString(StandardCharsets.US_ASCII)
          .isEqualTo(NO_CONTENT.repeat(20));
      assertThat(receiver.received().accepted()).isEqualTo(20);
      assertThat(receiver.received().reordered()).isZero();
    }
  }

  @Test
  void aRequestThatComesByteByByteIsOne() throws Exception {
    receiver.open();
    try (Socket socket = connected()) {
      for (char next : updates(7, 7).toCharArray()) {
        ScriptedServer.write(socket, String.valueOf(next));
      }

      assertThat(socket.getInputStream().readNBytes(NO_CONTENT.length()))
          .asString(StandardCharsets.US_ASCII)
          .isEqualTo(NO_CONTENT);
      assertThat(receiver.received().accepted()).isEqualTo(1);
    }
  }

  @Test
  void aChunkedUpdateIsTakenAndTheConnectionEndedWhereAskedTo() throws Exception {
    receiver.open();
    String body = "14\r\n{\"subject\":\"1\",\"sequ\r\nc\r\nence\":12345}\r\n0\r\n\r\n";
    try (Socket socket = connected()) {
      ScriptedServer.write(
          socket,
          "POST / HTTP/1.1\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n" + body);

      assertThat(socket.getInputStream().readAllBytes())
          .asString(StandardCharsets.US_ASCII)
          .isEqualTo(NO_CONTENT);
    }
    var _ = post("1", 12_344);
    assertThat(receiver.received().reordered()).isEqualTo(1);
  }

  @Test
  void aSenderOfNonsenseIsPutOffAndTheOthersAreNot() throws Exception {
    receiver.open();
    try (Socket socket = connected()) {
      ScriptedServer.write(socket, "nonsense\r\n");

      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
    assertThat(post("1", 1).statusCode()).isEqualTo(204);
  }

  private static int postAsTheServiceDoes(String url, int times) throws IOException {
    int taken = 0;
    try (CloseableHttpClient apache = HttpClients.createDefault()) {
      for (int sequence = 1; sequence <= times; sequence++) {
        HttpPost post = new HttpPost(url);
        post.setEntity(
            new StringEntity(
                "{\"subject\":\"1\",\"sequence\":" + sequence + "}", ContentType.APPLICATION_JSON));
        taken += apache.execute(post, ClassicHttpResponse::getCode) == 204 ? 1 : 0;
      }
    }
    return taken;
  }

  @Test
  void theClientThatTheServiceUsesIsUnderstood() throws Exception {
    receiver.open();

    assertThat(postAsTheServiceDoes(receiver.address().toString(), 5)).isEqualTo(5);
    assertThat(receiver.received().accepted()).isEqualTo(5);
    assertThat(receiver.received().reordered()).isZero();
  }

  /// What the receiver leaves out because nobody needs it here: `100-continue`.
  @Test
  void theClientThatTheServiceUsesSendsALengthAndWaitsForNothing() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer((socket, _) -> ScriptedServer.write(socket, NO_CONTENT))) {
      String url = "http://127.0.0.1:" + server.target().port() + "/";

      assertThat(postAsTheServiceDoes(url, 3)).isEqualTo(3);
      assertThat(server.connections()).isEqualTo(1);
      assertThat(server.requests())
          .hasSize(3)
          .allSatisfy(request ->
              assertThat(request)
                  .containsIgnoringCase("\r\nContent-Length: 28\r\n")
                  .doesNotContainIgnoringCase("\r\nExpect:")
                  .doesNotContainIgnoringCase("\r\nTransfer-Encoding:"));
    }
  }
}
