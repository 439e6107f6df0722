package org.statusevents.bootstrap.receiver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A webhook receiver that can leave an order's calls without an answer, or refuse them, and keeps
/// every call that it got.
public final class HoldingReceiver implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final byte[] KEY =
      "a key of a receiver in a test...".getBytes(StandardCharsets.US_ASCII);
  public static final String SIGNING_SECRET = "whsec_" + Base64.getEncoder().encodeToString(KEY);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Call> calls = new ArrayList<>();
  private final Set<String> held = new HashSet<>();
  private final Set<String> refused = new HashSet<>();

  /// `signed`: whether its signature was right.
  public record Call(String id, String order, long sequence, String label, boolean signed) {}

  public HoldingReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  public synchronized void hold(String order) {
    boolean _ = held.add(order);
  }

  public synchronized void refuse(String order) {
    boolean _ = refused.add(order);
  }

  /// From now on every call is answered with 200.
  public synchronized void behave() {
    held.clear();
    refused.clear();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      JsonNode event = MAPPER.readTree(body);
      String order = event.path("subject").asText();
      int status = take(order, event, isSigned(exchange, body));
      if (status == 0) {
        closed.await();
      } else {
        exchange.sendResponseHeaders(status, -1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Which status to answer; 0 for none.
  private synchronized int take(String order, JsonNode event, boolean signed) {
    String label = event.path("data").path("orderLabel").asText();
    boolean _ =
        calls.add(
            new Call(
                event.path("id").asText(), order, event.path("sequence").asLong(), label, signed));
    notifyAll();
    return held.contains(order) ? 0 : refused.contains(order) ? 503 : 200;
  }

  /// The first call that is so, once it came; fails when none came in time.
  public synchronized Call await(Predicate<Call> wanted, Duration most)
      throws InterruptedException {
    long deadline = System.nanoTime() + most.toNanos();
    while (true) {
      Optional<Call> found = calls.stream().filter(wanted).findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError("no such call among " + calls);
      }
      wait(left);
    }
  }

  public synchronized List<Call> calls() {
    return List.copyOf(calls);
  }

  private static boolean isSigned(HttpExchange exchange, byte[] body) {
    String signed =
        exchange.getRequestHeaders().getFirst("webhook-id")
            + "."
            + exchange.getRequestHeaders().getFirst("webhook-timestamp")
            + ".";
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
      mac.update(signed.getBytes(StandardCharsets.UTF_8));
      String expected = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
      return expected.equals(exchange.getRequestHeaders().getFirst("webhook-signature"));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
