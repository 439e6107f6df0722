package org.statusevents.bootstrap.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A shopping cart that takes signed webhooks and shows what it heard: as a page at `/`, as JSON at
/// `/updates`. It listens on a loopback address of its own, so that channels may be allowed to
/// reach this and nothing else.
final class SimulatedCart implements AutoCloseable {
  static final String ADDRESS = "127.0.0.77";
  private static final int BODY_BYTES_MAX = 1_048_576;
  private static final int KEPT_MAX = 200;

  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, HeardUpdate> heard = new LinkedHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final WebhookSignature signature;
  private final InstantSource clock;
  private final HttpServer server;

  SimulatedCart(WebhookSignature signature, InstantSource clock) {
    this.signature = signature;
    this.clock = clock;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(ADDRESS), 0), 64);
    } catch (IOException e) {
      throw new UncheckedIOException("the simulated cart cannot listen", e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(threads);
  }

  void start() {
    server.start();
  }

  URI address(String path) {
    return URI.create("http://" + ADDRESS + ":" + server.getAddress().getPort() + path);
  }

  /// What was heard, oldest first; each update once, however often it came.
  synchronized List<HeardUpdate> heard() {
    return List.copyOf(heard.values());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      switch (call) {
        case "POST /webhook" -> take(exchange);
        case "GET /" -> answer(exchange, 200, "text/html; charset=utf-8", CartPage.of(heard()));
        case "GET /updates" -> answer(exchange, 200, "application/json", asJson());
        default -> answer(exchange, 404, "text/plain", "Not here.");
      }
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] bytes = exchange.getRequestBody().readNBytes(BODY_BYTES_MAX + 1);
    String body = new String(bytes, StandardCharsets.UTF_8);
    String id = header(exchange, "webhook-id");
    boolean ours =
        signature.isRight(
            id, header(exchange, "webhook-timestamp"), body, header(exchange, "webhook-signature"));
    if (bytes.length > BODY_BYTES_MAX || !ours) {
      answer(exchange, 401, "text/plain", "The signature is wrong.");
      return;
    }
    keep(new HeardUpdate(id, clock.instant(), json.readTree(body)));
    answer(exchange, 200, "text/plain", "Thank you.");
  }

  private synchronized void keep(HeardUpdate update) {
    HeardUpdate _ = heard.putIfAbsent(update.id(), update);
    if (heard.size() > KEPT_MAX) {
      boolean _ = heard.remove(heard.keySet().iterator().next()) != null;
    }
  }

  private static String header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
  }

  private String asJson() throws JsonProcessingException {
    ArrayNode updates = JsonNodeFactory.instance.arrayNode();
    for (HeardUpdate update : heard()) {
      updates
          .addObject()
          .put("id", update.id())
          .put("heardAt", update.at().toString())
          .set("message", update.message());
    }
    return json.writerWithDefaultPrettyPrinter().writeValueAsString(updates);
  }

  private static void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    List<Runnable> _ = threads.shutdownNow();
  }

  /// A message as it came in.
  record HeardUpdate(String id, Instant at, JsonNode message) {}
}
