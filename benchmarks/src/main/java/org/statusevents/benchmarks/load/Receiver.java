package org.statusevents.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// Takes updates and answers 204 at once, from one event loop. While it is shut it answers 503 and
/// asks to wait. Sees to it that each order's `sequence` rises.
public final class Receiver implements AutoCloseable {
  private static final byte[] SUBJECT = "\"subject\":\"".getBytes(StandardCharsets.UTF_8);
  private static final byte[] SEQUENCE = "\"sequence\":".getBytes(StandardCharsets.UTF_8);
  private static final byte[] TAKEN =
      "HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] COME_BACK =
      "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 2\r\nContent-Length: 0\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);
  private static final int BACKLOG = 1_024;

  private final SelectorLoop loop = new SelectorLoop("receiver");
  private final ServerSocketChannel server;
  private final Map<String, Long> lastByOrder = new HashMap<>();
  private Received received = Received.NONE;
  private long warmUp;
  private boolean open;

  /// What came in since the counters were last reset. `nanosFirst` and `nanosLast` are of the first
  /// acceptance after the `warmUp` ones and of the last, by [System#nanoTime].
  public record Received(
      long accepted, long repeated, long reordered, long warmUp, long nanosFirst, long nanosLast) {
    private static final Received NONE = new Received(0, 0, 0, 0, 0, 0);

    /// Acceptances per second from the first that counts to the last.
    public double perSecond() {
      double seconds = (nanosLast - nanosFirst) / 1e9;
      return seconds <= 0 ? 0 : (accepted - warmUp - 1) / seconds;
    }

    /// How [#perSecond] came about.
    public String how() {
      return "once, %d after %d".formatted(accepted - warmUp, warmUp);
    }
  }

  public Receiver() {
    try {
      server =
          ServerSocketChannel.open()
              .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
      var _ = loop.register(server, SelectionKey.OP_ACCEPT, _ -> accept());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    loop.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.socket().getLocalPort() + "/");
  }

  /// From now on answers 204.
  public synchronized void open() {
    open = true;
  }

  /// From now on answers 503 and asks to come back in a while.
  public synchronized void shut() {
    open = false;
  }

  /// Forgets counts and orders.
  public void reset() {
    reset(0);
  }

  /// As above; the first `acceptances` do not count for the rate.
  public synchronized void reset(long acceptances) {
    warmUp = acceptances;
    received = Received.NONE;
    lastByOrder.clear();
  }

  public synchronized Received received() {
    return received;
  }

  private void accept() {
    try {
      for (SocketChannel sender = server.accept(); sender != null; sender = server.accept()) {
        var _ = sender.setOption(StandardSocketOptions.TCP_NODELAY, true);
        var _ = new ReceiverConnection(sender, loop, this::answer);
      }
    } catch (IOException _) {
      // A sender that was gone before it was taken.
    }
  }

  private byte[] answer(byte[] body, int length) {
    return take(body, length) ? TAKEN : COME_BACK;
  }

  private synchronized boolean take(byte[] body, int length) {
    if (!open) {
      return false;
    }
    long now = System.nanoTime();
    String order = text(body, length, SUBJECT);
    long sequence = number(body, length, SEQUENCE);
    Long last = lastByOrder.get(order);
    boolean repeated = last != null && sequence == last;
    boolean reordered = last != null && sequence < last;
    if (!reordered) {
      Long _ = lastByOrder.put(order, sequence);
    }
    received =
        new Received(
            received.accepted() + 1,
            received.repeated() + (repeated ? 1 : 0),
            received.reordered() + (reordered ? 1 : 0),
            warmUp,
            received.accepted() <= warmUp ? now : received.nanosFirst(),
            now);
    return true;
  }

  private static String text(byte[] body, int length, byte[] before) {
    int from = after(body, length, before);
    int to = from;
    while (to < length && body[to] != '"') {
      to++;
    }
    return new String(body, from, to - from, StandardCharsets.UTF_8);
  }

  private static long number(byte[] body, int length, byte[] before) {
    long number = 0;
    for (int i = after(body, length, before); i < length && Character.isDigit(body[i]); i++) {
      number = number * 10 + (body[i] - '0');
    }
    return number;
  }

  /// Where `before` ends in `body`; the end of it where it is not there.
  private static int after(byte[] body, int length, byte[] before) {
    for (int i = 0; i + before.length <= length; i++) {
      int same = 0;
      while (same < before.length && body[i + same] == before[same]) {
        same++;
      }
      if (same == before.length) {
        return i + before.length;
      }
    }
    return length;
  }

  @Override
  public void close() {
    loop.close();
  }
}
