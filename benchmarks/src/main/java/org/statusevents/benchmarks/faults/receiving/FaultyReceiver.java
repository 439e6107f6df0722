package org.statusevents.benchmarks.faults.receiving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.statusevents.benchmarks.faults.journal.BodyHash;
import org.statusevents.benchmarks.faults.journal.CallVerdict;
import org.statusevents.benchmarks.faults.journal.Entry;
import org.statusevents.benchmarks.faults.journal.Journal;

/// Takes updates by HTTP/1.1 on plain sockets, so that it can treat a connection badly. What it
/// takes is in the journal, on disk, before it says so.
public final class FaultyReceiver implements AutoCloseable {
  /// Longer than any sender waits.
  private static final long STALL_SECONDS = 16;

  private static final long WAIT_SECONDS = 3;
  private static final int BACKLOG = 200;

  private final String channel;
  private final FaultShares shares;
  private final Journal journal;
  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, Integer> calls = new ConcurrentHashMap<>();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ServerSocket listener;

  private FaultyReceiver(
      String channel, FaultShares shares, Journal journal, ServerSocket listener) {
    this.channel = channel;
    this.shares = shares;
    this.journal = journal;
    this.listener = listener;
  }

  public static FaultyReceiver start(String channel, FaultShares shares, Journal journal) {
    try {
      FaultyReceiver receiver =
          new FaultyReceiver(
              channel,
              shares,
              journal,
              new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
      receiver.threads.execute(receiver::accept);
      return receiver;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        threads.execute(() -> serve(socket));
      } catch (IOException e) {
        // Closed, or a sender that was gone before it was taken.
      }
    }
  }

  private void serve(Socket socket) {
    boolean _ = sockets.add(socket);
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      Optional<HttpCall> call = HttpCall.read(in);
      while (call.isPresent()) {
        if (!answered(call.get(), socket)) {
          return;
        }
        call = HttpCall.read(in);
      }
    } catch (IOException e) {
      // The sender's end is gone; it will come again.
    } finally {
      boolean _ = sockets.remove(socket);
    }
  }

  /// False where the connection is done with.
  private boolean answered(HttpCall call, Socket socket) throws IOException {
    long at = System.currentTimeMillis();
    JsonNode event = json.readTree(call.body());
    String order = event.path("subject").asText();
    long sequence = event.path("sequence").asLong();
    String id = call.webhookId();
    int count = calls.merge(id, 1, Integer::sum);
    CallVerdict verdict = shares.verdict(order, sequence, count);
    long wait = verdict == CallVerdict.ASKED_TO_WAIT ? 1_000 * WAIT_SECONDS : 0;
    journal.write(
        new Entry.Called(
            at, channel, id, order, sequence, BodyHash.of(call.body()), verdict, wait));
    return switch (verdict) {
      case TAKEN -> said(socket, "204 No Content", "");
      case ERROR -> said(socket, "500 Internal Server Error", "Content-Length: 0\r\n");
      case ASKED_TO_WAIT ->
          said(
              socket,
              "429 Too Many Requests",
              "Retry-After: " + WAIT_SECONDS + "\r\nContent-Length: 0\r\n");
      case RESET, TAKEN_UNSAID -> {
        socket.setSoLinger(true, 0);
        yield false;
      }
      case STALLED -> {
        stall();
        yield false;
      }
    };
  }

  private static boolean said(Socket socket, String status, String headers) throws IOException {
    String head = "HTTP/1.1 " + status + "\r\n" + headers + "\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    return true;
  }

  private void stall() {
    try {
      boolean _ = closed.await(STALL_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      listener.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      threads.close();
    }
  }
}
