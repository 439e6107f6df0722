package org.statusevents.adapters.cart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A receiver that does with each connection what a test says, down to the bytes.
public final class RawServer implements AutoCloseable {
  private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

  private final ServerSocket server;
  private final Conversation conversation;

  public RawServer(Conversation conversation) throws IOException {
    this.conversation = conversation;
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  public String address(String scheme) {
    return scheme + "://127.0.0.1:" + server.getLocalPort() + "/";
  }

  /// Reads what was sent until the headers are over, and what came with them.
  public static String readRequest(Socket socket) throws IOException {
    StringBuilder request = new StringBuilder();
    byte[] buffer = new byte[8_192];
    while (request.indexOf("\r\n\r\n") < 0) {
      int length = socket.getInputStream().read(buffer);
      if (length < 0) {
        throw new IOException("the client hung up");
      }
      request.append(new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
    }
    return request.toString();
  }

  /// As [#readRequest], with the whole body that the headers announce: the receiver has taken it.
  public static String takeRequest(Socket socket) throws IOException {
    String request = readRequest(socket);
    Matcher length = CONTENT_LENGTH.matcher(request);
    if (!length.find()) {
      throw new IOException("no length was announced");
    }
    int missing =
        request.indexOf("\r\n\r\n") + 4 + Integer.parseInt(length.group(1)) - request.length();
    byte[] rest = socket.getInputStream().readNBytes(missing);
    return request + new String(rest, StandardCharsets.ISO_8859_1);
  }

  /// Closes with a reset instead of an orderly end.
  public static void reset(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  public static void write(Socket socket, String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> converse(socket));
      } catch (IOException e) {
        if (!server.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void converse(Socket socket) {
    try (socket) {
      conversation.hold(socket);
    } catch (IOException e) {
      // The client hung up; what it made of that is for the test to say.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  @FunctionalInterface
  public interface Conversation {
    void hold(Socket socket) throws IOException;
  }
}
