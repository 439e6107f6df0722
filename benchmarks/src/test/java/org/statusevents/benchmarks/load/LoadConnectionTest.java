package org.statusevents.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LoadConnectionTest {
  private static final Duration MOST = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(500);
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private static final int LARGE = 200_000;

  private static RequestSource of(String body) {
    return () -> new RequestSource.Prepared("/path", Buffer.buffer(body));
  }

  private static LoadResult times(ScriptedServer server, int connections, int requests) {
    try (Load load = new Load(server.target(), connections)) {
      return load.times(of("{}"), requests, MOST);
    }
  }

  @Test
  void aRequestSaysWhatTheServiceNeedsAndNoMore() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer((socket, _) -> ScriptedServer.write(socket, OK));
        Load load = new Load(server.target(), 1)) {
      assertThat(load.times(of("{\"ü\":1}"), 1, MOST).succeeded()).isEqualTo(1);
      assertThat(load.times(of(""), 1, MOST).succeeded()).isEqualTo(1);

      String both =
          " /path HTTP/1.1\r\nHost: 127.0.0.1:"
              + server.target().port()
              + "\r\nAuthorization: Bearer key\r\n";
      assertThat(server.requests())
          .containsExactly(
              "POST"
                  + both
                  + "Content-Type: application/json\r\nContent-Length: 8\r\n\r\n{\"Ã¼\":1}",
              "GET" + both + "\r\n");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void aServerThatClosesAfterEachAnswerIsConnectedToAnew() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer((socket, _) -> {
          ScriptedServer.write(
              socket, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok");
          socket.close();
        })) {
      LoadResult result = times(server, 2, 20);

      assertThat(result.failures()).isEmpty();
      assertThat(result.succeeded()).isEqualTo(20);
      assertThat(server.connections()).isEqualTo(20);
    }
  }

  @Test
  void anAnswerMayEndWithItsConnection() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer((socket, _) -> {
          ScriptedServer.write(socket, "HTTP/1.1 200 OK\r\n\r\nok");
          socket.close();
        })) {
      assertThat(times(server, 1, 5).succeeded()).isEqualTo(5);
      assertThat(server.connections()).isEqualTo(5);
    }
  }

  @Test
  void aResetAmidAnAnswerFailsThatRequestOnly() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer((socket, connection) -> {
          if (connection == 1) {
            ScriptedServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\no");
            socket.setSoLinger(true, 0);
            socket.close();
          } else {
            ScriptedServer.write(socket, OK);
          }
        })) {
      LoadResult result = times(server, 1, 5);

      assertThat(result.succeeded()).isEqualTo(4);
      assertThat(result.failures()).isEqualTo(Map.of("SocketException", 1L));
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void anEndAmidAnAnswerFailsThatRequestOnly() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer((socket, connection) -> {
          ScriptedServer.write(socket, connection == 1 ? OK.substring(0, 30) : OK);
          if (connection == 1) {
            socket.close();
          }
        })) {
      LoadResult result = times(server, 1, 5);

      assertThat(result.succeeded()).isEqualTo(4);
      assertThat(result.failures()).isEqualTo(Map.of("EOFException", 1L));
    }
  }

  @Test
  void nonsenseFailsThatRequestOnly() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer((socket, connection) ->
            ScriptedServer.write(socket, connection == 1 ? "nonsense\r\n" : OK))) {
      LoadResult result = times(server, 1, 5);

      assertThat(result.succeeded()).isEqualTo(4);
      assertThat(result.failures()).isEqualTo(Map.of("ProtocolException", 1L));
    }
  }

  @Test
  void aRequestThatIsNeverAnsweredIsGivenUp() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer((socket, connection) -> {
              if (connection > 1) {
                ScriptedServer.write(socket, OK);
              }
            });
        Load load = new Load(server.target(), 1, SHORT)) {
      LoadResult result = load.times(of("{}"), 3, MOST);

      assertThat(result.succeeded()).isEqualTo(2);
      assertThat(result.failures()).isEqualTo(Map.of("SocketTimeoutException", 1L));
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void aRequestWaitsForAConnectionNoLongerThanForItsAnswer() throws Exception {
    try (ScriptedServer server = new ScriptedServer((_, _) -> {});
        Load load = new Load(server.target(), 1, SHORT)) {
      LoadResult result = load.openLoop(of("{}"), 100, Duration.ofMillis(100));

      assertThat(result.failures()).isEqualTo(Map.of("SocketTimeoutException", 10L));
      assertThat(server.requests()).hasSizeLessThan(10);
      assertThat(result.seconds()).isLessThan(20);
    }
  }

  @Test
  void aLargeAnswerIsReadWholeHoweverItComes() throws Exception {
    String body = "x".repeat(LARGE);
    try (ScriptedServer server =
        new ScriptedServer((socket, _) -> {
          ScriptedServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: " + LARGE + "\r\n\r\n");
          inPieces(socket, body, 7_001);
        })) {
      assertThat(times(server, 1, 5).succeeded()).isEqualTo(5);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void aLargeAnswerInChunksIsReadWhole() throws Exception {
    String chunk = "1f40\r\n" + "x".repeat(8_000) + "\r\n";
    try (ScriptedServer server =
        new ScriptedServer((socket, _) -> {
          ScriptedServer.write(
              socket, "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n");
          inPieces(socket, chunk.repeat(25) + "0\r\n\r\n", 6_999);
        })) {
      assertThat(times(server, 1, 5).succeeded()).isEqualTo(5);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void aLargeRequestIsSentWhole() throws Exception {
    String body = "y".repeat(3_000_000);
    try (ScriptedServer server =
            new ScriptedServer((socket, _) -> ScriptedServer.write(socket, OK));
        Load load = new Load(server.target(), 1)) {
      assertThat(load.times(of(body), 2, MOST).succeeded()).isEqualTo(2);
      assertThat(server.requests()).allMatch(request -> request.endsWith("\r\n\r\n" + body));
    }
  }

  @Test
  void noServerIsAFailureOfEachRequest() throws Exception {
    LoadTarget nobody;
    try (ServerSocket brief = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = new LoadTarget("127.0.0.1", brief.getLocalPort(), "key");
    }
    try (Load load = new Load(nobody, 4)) {
      LoadResult result = load.openLoop(of("{}"), 20_000, Duration.ofMillis(100));

      assertThat(result.failures()).isEqualTo(Map.of("ConnectException", 2_000L));
    }
  }

  private static void inPieces(Socket socket, String text, int length) throws IOException {
    for (int from = 0; from < text.length(); from += length) {
      ScriptedServer.write(socket, text.substring(from, Math.min(text.length(), from + length)));
    }
  }
}
