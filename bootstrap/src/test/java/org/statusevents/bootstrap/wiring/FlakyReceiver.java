package org.statusevents.bootstrap.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// A webhook receiver that fails every third call, and remembers what it took for the first time.
final class FlakyReceiver implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final int failsEvery;
  private final CountDownLatch expected;
  private final Set<String> ids = new HashSet<>();
  private final Map<String, List<Taken>> byOrder = new HashMap<>();
  private int calls;

  /// What an update said.
  record Taken(long sequence, String label, JsonNode data) {}

  /// `failsEvery` 0 means never.
  FlakyReceiver(int failsEvery, int updatesExpected) throws IOException {
    this.failsEvery = failsEvery;
    this.expected = new CountDownLatch(updatesExpected);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode event = MAPPER.readTree(exchange.getRequestBody().readAllBytes());
      exchange.sendResponseHeaders(takes(event) ? 200 : 500, -1);
    }
  }

  private synchronized boolean takes(JsonNode event) {
    calls++;
    if (failsEvery > 0 && calls % failsEvery == 0) {
      return false;
    }
    if (ids.add(event.path("id").asText())) {
      byOrder
          .computeIfAbsent(event.path("subject").asText(), _ -> new ArrayList<>())
          .add(
              new Taken(
                  event.path("sequence").asLong(),
                  event.path("data").path("orderLabel").asText(),
                  event.path("data")));
      expected.countDown();
    }
    return true;
  }

  /// True when all that was expected arrived in time.
  boolean gotAll(long seconds) throws InterruptedException {
    return expected.await(seconds, TimeUnit.SECONDS);
  }

  synchronized List<Taken> of(String order) {
    return List.copyOf(byOrder.getOrDefault(order, List.of()));
  }

  synchronized int calls() {
    return calls;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }
}
