package org.statusevents.bootstrap.importing;

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
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A service that keeps orders and operations as the real one answers for them.
final class FakeService implements AutoCloseable {
  static final String REFUSED = "refused";

  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, JsonNode> orders = new ConcurrentSkipListMap<>();
  private final Map<String, JsonNode> operations = new ConcurrentSkipListMap<>();
  private final AtomicInteger busy = new AtomicInteger();
  private final HttpServer server;

  FakeService() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/api/v1/stores/main/orders/", this::putOrder);
    server.createContext("/api/v1/stores/main/operations/batch", this::batch);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  Map<String, JsonNode> orders() {
    return orders;
  }

  Map<String, JsonNode> operations() {
    return operations;
  }

  /// Answers 503 the next so many times.
  void beBusy(int times) {
    busy.set(times);
  }

  private void putOrder(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    String number =
        URLDecoder.decode(path.substring(path.lastIndexOf('/') + 1), StandardCharsets.UTF_8);
    JsonNode body = json.readTree(exchange.getRequestBody());
    if (busy.getAndDecrement() > 0) {
      exchange.getResponseHeaders().set("Retry-After", "0");
      answer(exchange, 503, problem("busy"));
    } else if (number.equals(REFUSED)) {
      answer(
          exchange,
          422,
          json.readTree(
              "{\"detail\":\"no\",\"errors\":[{\"pointer\":\"/billTo/name\",\"detail\":\"too"
                  + " long\"}]}"));
    } else {
      JsonNode before = orders.putIfAbsent(number, body);
      int status = before == null ? 201 : before.equals(body) ? 200 : 409;
      answer(exchange, status, status == 409 ? problem("differs") : body);
    }
  }

  private void batch(HttpExchange exchange) throws IOException {
    ArrayNode items = JsonNodeFactory.instance.arrayNode();
    for (JsonNode operation : json.readTree(exchange.getRequestBody())) {
      JsonNode before = operations.putIfAbsent(operation.path("id").asText(), operation);
      items.addObject().put("status", before == null ? "applied" : "duplicate");
    }
    answer(exchange, 200, JsonNodeFactory.instance.objectNode().set("items", items));
  }

  private static JsonNode problem(String detail) {
    return JsonNodeFactory.instance.objectNode().put("detail", detail);
  }

  private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
    try (exchange) {
      byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
