package org.statusevents.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageParserTest {
  private static final String REQUESTS =
      """
      POST / HTTP/1.1
      Host: a
      content-LENGTH: \t5\s

      hello\
      POST /b HTTP/1.1
      Transfer-Encoding: chunked

      5;note=x
       worl
      1
      d
      00
      Trailer: x

      GET /c HTTP/1.1
      Host: a

      POST /d HTTP/1.1
      Content-Length: 0

      POST /e HTTP/1.1
      Content-Length: 3

      end\
      """
          .replace("\n", "\r\n");
  private static final String ANSWERS =
      """
      HTTP/1.1 200 OK
      Content-Length: 5

      hello\
      HTTP/1.1 204 No Content
      Content-Length: 7

      HTTP/1.1 100 Continue

      HTTP/1.1 201

      HTTP/1.1 304 Not Modified
      """
          .replace("201\n", "201\nTransfer-Encoding: Chunked\n\nA\n0123456789\n0\n")
          .replace("Modified\n", "Modified\nTransfer-Encoding: chunked\n\n")
          .replace("\n", "\r\n");

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String body(MessageParser parser) {
    return new String(parser.body(), 0, parser.bodyLength(), StandardCharsets.UTF_8);
  }

  private static List<String> bodies(String text, int pieceLength) throws Exception {
    MessageParser parser = MessageParser.ofRequests();
    List<String> bodies = new ArrayList<>();
    for (ByteBuffer piece : pieces(text, pieceLength)) {
      while (piece.hasRemaining() && parser.read(piece)) {
        bodies.add(body(parser));
      }
    }
    return bodies;
  }

  private static List<Integer> statuses(String text, int pieceLength) throws Exception {
    MessageParser parser = MessageParser.ofAnswers();
    List<Integer> statuses = new ArrayList<>();
    for (ByteBuffer piece : pieces(text, pieceLength)) {
      while (piece.hasRemaining() && parser.read(piece)) {
        statuses.add(parser.status());
      }
    }
    return statuses;
  }

  private static List<ByteBuffer> pieces(String text, int length) {
    List<ByteBuffer> pieces = new ArrayList<>();
    for (int from = 0; from < text.length(); from += length) {
      pieces.add(bytes(text.substring(from, Math.min(text.length(), from + length))));
    }
    return pieces;
  }

  private static boolean endsTheConnection(String answer) throws Exception {
    MessageParser parser = MessageParser.ofAnswers();
    assertThat(parser.read(bytes(answer))).isTrue();
    return parser.closes();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 13, 64, 10_000})
  void requestsAreTheSameInPiecesOfAnyLength(int pieceLength) throws Exception {
    assertThat(bodies(REQUESTS, pieceLength)).containsExactly("hello", " world", "", "", "end");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 13, 64, 10_000})
  void answersAreTheSameInPiecesOfAnyLength(int pieceLength) throws Exception {
    assertThat(statuses(ANSWERS, pieceLength)).containsExactly(200, 204, 201, 304);
  }

  @Test
  void whatFollowsAMessageIsLeftForTheNext() throws Exception {
    MessageParser parser = MessageParser.ofAnswers();
    ByteBuffer in = bytes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 503 No");

    assertThat(parser.read(in)).isTrue();
    assertThat(in.remaining()).isEqualTo("HTTP/1.1 503 No".length());
    assertThat(parser.read(in)).isFalse();
    assertThat(parser.read(bytes("\r\nContent-Length: 0\r\n\r\n"))).isTrue();
    assertThat(parser.status()).isEqualTo(503);
  }

  @Test
  void anAnswerWithoutALengthLastsUntilTheConnectionEnds() throws Exception {
    MessageParser parser = MessageParser.ofAnswers();

    assertThat(parser.read(bytes("HTTP/1.1 200 OK\r\n\r\nmuch"))).isFalse();
    assertThat(parser.read(bytes("more"))).isFalse();
    assertThat(parser.endedByClose()).isTrue();
    assertThat(parser.status()).isEqualTo(200);
    assertThat(parser.closes()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200",
        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n"
      })
  void anAnswerThatSaysWhereItEndsIsNotWholeBeforeThat(String text) throws Exception {
    MessageParser parser = MessageParser.ofAnswers();

    assertThat(parser.read(bytes(text))).isFalse();
    assertThat(parser.endedByClose()).isFalse();
  }

  @Test
  void aChunkedBodyIsMeasuredByItsChunks() throws Exception {
    String headers = "POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n";
    String text = headers + "2\r\nab\r\n0\r\n\r\n";

    assertThat(bodies(text, 4)).containsExactly("ab");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nConnection: Close\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n"
      })
  void aConnectionMayEndWithAnAnswer(String text) throws Exception {
    assertThat(endsTheConnection(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n"
      })
  void aConnectionIsKeptOtherwise(String text) throws Exception {
    assertThat(endsTheConnection(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST / HTTP/2\r\n",
        "nonsense\r\n",
        "POST / HTTP/1.1\r\nContent-Length: -1\r\n",
        "POST / HTTP/1.1\r\nContent-Length: \r\n",
        "POST / HTTP/1.1\r\nContent-Length: 12345678901234567890\r\n",
        "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n",
        "POST / HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n",
        "POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n",
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n",
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n"
      })
  void whatNobodyCanReadIsRefused(String text) {
    MessageParser parser = MessageParser.ofRequests();

    assertThatThrownBy(() -> parser.read(bytes(text))).isInstanceOf(ProtocolException.class);
  }

  @Test
  void linesAndTheirNumberAreBounded() {
    assertThatThrownBy(() -> bodies("POST /" + "a".repeat(9_000), 100))
        .hasMessage("too long a line");
    assertThatThrownBy(() -> bodies("POST / HTTP/1.1\r\n" + "a: b\r\n".repeat(300), 100))
        .hasMessage("too many headers");
    assertThatThrownBy(() -> bodies("\r\n".repeat(300), 100)).hasMessage("too many headers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ICY 200 OK\r\n", "HTTP/1.1 OK\r\n", "HTTP/1.1\r\n"})
  void anAnswerHasAVersionAndAStatus(String text) {
    MessageParser parser = MessageParser.ofAnswers();

    assertThatThrownBy(() -> parser.read(bytes(text))).isInstanceOf(ProtocolException.class);
  }
}
