package org.statusevents.adapters.cart;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.statusevents.application.channel.CartChannel;
import org.statusevents.domain.delivery.Reply;
import org.statusevents.testkit.Updates;
import org.statusevents.testkit.delivering.CartChannelContract;

/// What every adapter that speaks HTTP makes of what receivers and networks do (section 4.6 of
/// intake and delivery). Whatever that is, an update counts as taken only after a whole answer that
/// says so, and the time is bounded as a whole.
public interface HttpReceiverContract extends CartChannelContract {
  /// What an exchange of half a second may take on a busy machine.
  Duration IMPATIENT_BOUND = Duration.ofSeconds(5);

  PlayedReceiver receiver();

  /// The words by which this adapter's receivers take an update.
  String acceptance();

  @Override
  default CartChannel cartChannel() {
    return receiver().channel();
  }

  @Override
  default void receiverIsAway() {
    receiver().goesAway();
  }

  @Override
  default void receiverHangs() {
    receiver().hangs();
  }

  private Reply send() {
    return receiver().channel().send(Updates.shipped().update(), access());
  }

  private Reply sendTo(RawServer.Conversation conversation) throws IOException {
    try (RawServer server = new RawServer(conversation)) {
      receiver().isAt(server.address("http"));
      return send();
    }
  }

  /// Sends with half a second's patience, and says how it ended.
  private Reply sendImpatientlyTo(String scheme, RawServer.Conversation conversation)
      throws IOException {
    receiver().waitsLittle();
    try (RawServer server = new RawServer(conversation)) {
      receiver().isAt(server.address(scheme));
      long began = System.nanoTime();
      Reply reply = send();
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(IMPATIENT_BOUND);
      return reply;
    }
  }

  private ResponseDefinitionBuilder status(int status) {
    return aResponse().withStatus(status).withBody(acceptance());
  }

  private static String answer(int length, String body) {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n" + body;
  }

  @ParameterizedTest
  @CsvSource({
    "400, Refused",
    "404, Refused",
    "405, Refused",
    "409, Refused",
    "410, Gone",
    "413, Refused",
    "415, Refused",
    "422, Refused",
    "401, NotAuthorized",
    "403, NotAuthorized",
    "407, Refused",
    "408, Unavailable",
    "425, Unavailable",
    "429, AskedToWait",
    "500, Unavailable",
    "501, Unavailable",
    "502, Unavailable",
    "503, Unavailable",
    "504, Unavailable",
    "599, Unavailable",
    "300, Refused",
    "304, Refused"
  })
  default void aStatusOutranksWhatTheAnswerSays(int status, String meaning) {
    receiver().answers(status(status));

    Reply reply = send();

    assertThat(reply.getClass().getSimpleName()).isEqualTo(meaning);
    assertThat(reply.words()).contains(Integer.toString(status));
  }

  @ParameterizedTest
  @CsvSource({
    "429, 7, PT7S",
    "429, 0, PT1S",
    "429, 100000, PT27H46M40S",
    "503, 120, PT2M",
    // The channel's clock stands at 14:20:00.
    "429, 'Thu, 05 Mar 2026 14:21:30 GMT', PT1M30S",
    "503, 'Thu, 05 Mar 2026 14:00:00 GMT', PT1S"
  })
  default void theWaitThatIsAskedForIsRead(int status, String retryAfter, Duration wait) {
    receiver().answers(status(status).withHeader("Retry-After", retryAfter));

    assertThat(send())
        .isInstanceOfSatisfying(
            Reply.AskedToWait.class, asked -> assertThat(asked.pause()).contains(wait));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5", "soon", "1e3", "9999999999999999999999", "Thu, 99 Mar", ""})
  default void aWaitThatCannotBeReadIsNone(String retryAfter) {
    receiver().answers(status(429).withHeader("Retry-After", retryAfter));
    assertThat(send())
        .isInstanceOfSatisfying(
            Reply.AskedToWait.class,
            asked -> assertThat(asked.pause()).isEqualTo(Optional.empty()));

    receiver().answers(status(503).withHeader("Retry-After", retryAfter));
    assertThat(send()).isInstanceOf(Reply.Unavailable.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  default void aRedirectIsNeverFollowed(int status) {
    receiver().answers(status(status).withHeader("Location", "/elsewhere"));

    Reply reply = send();

    assertThat(reply).isInstanceOf(Reply.Refused.class);
    assertThat(reply.words()).contains("redirects are not followed");
    assertThat(receiver().requests()).hasSize(1);
  }

  @Test
  default void aConnectionThatIsResetAfterTheUpdateWasTakenLeavesItOpen() throws Exception {
    CompletableFuture<String> taken = new CompletableFuture<>();

    Reply reply =
        sendTo(socket -> {
          taken.complete(RawServer.takeRequest(socket));
          RawServer.reset(socket);
        });

    assertThat(reply).isInstanceOf(Reply.Unavailable.class);
    assertThat(taken.get(5, TimeUnit.SECONDS)).startsWith("POST / HTTP/1.1\r\n");
  }

  @Test
  default void aReceiverThatHangsUpWithoutAWordLeavesItOpen() throws IOException {
    assertThat(sendTo(RawServer::takeRequest))
        .isEqualTo(new Reply.Unavailable("connection closed without an answer"));
  }

  @Test
  default void anAcceptanceThatBreaksOffIsNone() throws IOException {
    Reply reply =
        sendTo(socket -> {
          RawServer.takeRequest(socket);
          RawServer.write(socket, answer(acceptance().length() + 40, acceptance()));
        });

    assertThat(reply).isInstanceOf(Reply.Unavailable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9.2\r\n",
        "HTTP/1.1 twohundred OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nSETIResponse=OK;\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nSETIResponse=OK;",
        "\u0000\u0001\u0002\r\n\r\n"
      })
  default void anAnswerThatIsNoHttpIsNoAcceptance(String bytes) throws IOException {
    Reply reply =
        sendTo(socket -> {
          RawServer.takeRequest(socket);
          RawServer.write(socket, bytes);
        });

    assertThat(reply).isInstanceOf(Reply.Unavailable.class);
    assertThat(reply.words()).isNotBlank();
  }

  @Test
  default void anAnswerThatBeginsAndNeverEndsIsBounded() throws Exception {
    CompletableFuture<Void> over = new CompletableFuture<>();

    Reply reply =
        sendImpatientlyTo(
            "http",
            socket -> {
              RawServer.takeRequest(socket);
              RawServer.write(socket, answer(acceptance().length() + 1, acceptance()));
              await(over);
            });
    over.complete(null);

    assertThat(reply).isEqualTo(new Reply.Unavailable("no answer within 500 milliseconds"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  default void aDribbleOfBytesIsBoundedAsAWhole(String scheme) throws Exception {
    CompletableFuture<Void> over = new CompletableFuture<>();
    // Of a TLS handshake, or of headers; either is never whole in the time.
    String bytes =
        scheme.equals("https") ? "\u0016\u0003\u0003@\u0000" : "HTTP/1.1 200 OK\r\nX-Dribble: ";

    Reply reply =
        sendImpatientlyTo(
            scheme,
            socket -> {
              for (int i = 0; !isOver(over, 100); i++) {
                RawServer.write(socket, i < bytes.length() ? bytes.substring(i, i + 1) : "a");
              }
            });
    over.complete(null);

    assertThat(reply).isEqualTo(new Reply.Unavailable("no answer within 500 milliseconds"));
  }

  @Test
  default void aHugeAnswerIsReadToItsLimitOnly() throws Exception {
    int hundredMegabytes = 100_000_000;
    AtomicLong written = new AtomicLong();
    CompletableFuture<Void> hungUp = new CompletableFuture<>();

    Reply reply =
        sendTo(socket -> {
          RawServer.takeRequest(socket);
          RawServer.write(
              socket, "HTTP/1.1 422 No\r\nContent-Length: " + hundredMegabytes + "\r\n\r\n");
          try {
            while (written.get() < hundredMegabytes) {
              RawServer.write(socket, "too much ".repeat(1_000));
              written.addAndGet(9_000);
            }
          } finally {
            hungUp.complete(null);
          }
        });

    assertThat(reply).isInstanceOf(Reply.Refused.class);
    assertThat(reply.words()).startsWith("HTTP 422: too much").hasSize(Reply.WORDS_LENGTH_MAX);
    hungUp.get(5, TimeUnit.SECONDS);
    assertThat(written.get()).isLessThan(hundredMegabytes / 2);
  }

  @Test
  default void headersWithoutEndAreCutOff() throws IOException {
    Reply reply =
        sendTo(socket -> {
          RawServer.takeRequest(socket);
          RawServer.write(socket, "HTTP/1.1 200 OK\r\n");
          for (int i = 0; i < 1_000_000; i++) {
            RawServer.write(socket, "X-" + i + ": again\r\n");
          }
        });

    assertThat(reply).isEqualTo(new Reply.Unavailable("the answer's headers are too large"));
  }

  @Test
  default void nothingIsUnpacked() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      byte[] swollen = "swollen ".repeat(100_000).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 20; i++) {
        gzip.write(swollen);
      }
    }
    receiver()
        .answers(
            aResponse()
                .withStatus(422)
                .withHeader("Content-Encoding", "gzip")
                .withBody(packed.toByteArray()));

    Reply reply = send();

    assertThat(reply).isInstanceOf(Reply.Refused.class);
    assertThat(reply.words()).doesNotContain("swollen");
    assertThat(receiver().requests())
        .singleElement()
        .satisfies(request -> assertThat(request.containsHeader("Accept-Encoding")).isFalse());
  }

  @Test
  default void aCertificateThatNobodyTrustsIsNoReceiver() {
    receiver().speaksTls();

    assertThat(send())
        .isEqualTo(
            new Reply.Unavailable(
                "no secure connection: TLS failed or the certificate is not trusted"));
    assertThat(receiver().requests()).isEmpty();
  }

  @Test
  default void cookiesAreNotKept() {
    receiver().answers(status(200).withHeader("Set-Cookie", "session=1; Path=/"));

    assertThat(send()).isInstanceOf(Reply.Accepted.class);
    assertThat(send()).isInstanceOf(Reply.Accepted.class);
    assertThat(receiver().requests())
        .hasSize(2)
        .noneMatch(request -> request.containsHeader("Cookie"));
  }

  private static void await(CompletableFuture<Void> over) throws IOException {
    if (!isOver(over, 20_000)) {
      throw new IOException("the test did not end");
    }
  }

  private static boolean isOver(CompletableFuture<Void> over, int millisMax) throws IOException {
    try {
      over.get(millisMax, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException | ExecutionException e) {
      throw new IOException(e);
    }
  }
}
