package org.statusevents.adapters.rest;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// A connection on which a test writes what no well-behaved client would.
final class RawHttp implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Socket socket;

  RawHttp(int port) {
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout((int) PATIENCE.toMillis());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes lines, each ended as HTTP wants it.
  @CanIgnoreReturnValue
  RawHttp lines(String... lines) {
    return text(String.join("\r\n", lines) + "\r\n");
  }

  @CanIgnoreReturnValue
  RawHttp text(String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The next answer; its body is read as far as `Content-Length` says.
  Answer answer() {
    return answer(true);
  }

  /// The next answer; empty where the other side closes without one.
  Optional<Answer> answerIfAny() {
    try {
      return Optional.of(answer());
    } catch (AssertionError | UncheckedIOException _) {
      return Optional.empty();
    }
  }

  /// The next answer, to a request that is answered without a body.
  Answer answerWithoutBody() {
    return answer(false);
  }

  private Answer answer(boolean withBody) {
    try {
      InputStream in = socket.getInputStream();
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
        int next = in.read();
        if (next < 0) {
          throw new AssertionError("closed after: " + head);
        }
        head.write(next);
      }
      String text = head.toString(StandardCharsets.ISO_8859_1);
      int length =
          withBody ? Answer.header(text, "Content-Length").map(Integer::parseInt).orElse(0) : 0;
      return new Answer(text, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// True where the other side closes without another word.
  boolean isClosed() {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException _) {
      return false;
    } catch (IOException _) {
      return true;
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// An answer: its head as sent, and its body.
  record Answer(String head, String body) {
    int status() {
      return Integer.parseInt(head.split(" ", 3)[1]);
    }

    Optional<String> header(String name) {
      return header(head, name);
    }

    static Optional<String> header(String head, String name) {
      String wanted = name.toLowerCase(Locale.ROOT) + ":";
      return head.lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(wanted))
          .map(line -> line.substring(wanted.length()).strip())
          .findFirst();
    }
  }
}
