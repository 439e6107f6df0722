package org.statusevents.bootstrap.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.statusevents.bootstrap.database.StartFailure;

/// A shopping cart that listens on a loopback address of its own, so that channels may be allowed
/// to reach this and nothing else: takes signed webhooks at `/webhook`, refuses those whose
/// signature is wrong, and shows what it knows as a page at `/` and as JSON at `/orders.json`.
public final class SimulatedCart implements AutoCloseable {
  static final String ADDRESS = "127.0.0.77";
  private static final int BODY_BYTES_MAX = 1 << 20;
  private static final String SECRET_PREFIX = "whsec_";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final InstantSource clock;
  private final CartOrders orders;
  private final Map<String, String> colors = new ConcurrentHashMap<>();
  private final byte[] signingKey;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private SimulatedCart(HttpServer server, String signingSecret, InstantSource clock) {
    this.server = server;
    this.clock = clock;
    this.orders = new CartOrders(clock);
    this.signingKey = Base64.getDecoder().decode(signingSecret.substring(SECRET_PREFIX.length()));
  }

  /// Listens on that port, or on a free one for 0. `signingSecret` is as the channel has it:
  /// `whsec_` and base64.
  public static SimulatedCart start(int port, String signingSecret, InstantSource clock) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getByName(ADDRESS), port), 0);
      SimulatedCart cart = new SimulatedCart(server, signingSecret, clock);
      server.createContext("/", cart::answer);
      server.setExecutor(cart.threads);
      server.start();
      return cart;
    } catch (IOException e) {
      throw new StartFailure(
          "The simulated cart cannot listen on " + ADDRESS + ": " + e.getMessage(), e);
    }
  }

  /// Shows that label in that colour from now on, given as `#rrggbb`.
  public void color(String label, String color) {
    colors.put(label, color);
  }

  /// Where people look.
  public URI page() {
    return URI.create("http://" + ADDRESS + ":" + server.getAddress().getPort() + "/");
  }

  /// Where updates go.
  public URI webhook() {
    return page().resolve("webhook");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      boolean reads = exchange.getRequestMethod().equals("GET");
      if (path.equals("/webhook") && exchange.getRequestMethod().equals("POST")) {
        receive(exchange);
      } else if (path.equals("/") && reads) {
        exchange.getResponseHeaders().set("Content-Security-Policy", CartPage.POLICY);
        send(
            exchange,
            200,
            "text/html",
            CartPage.of(orders.all(), orders.news(), colors, clock.instant()));
      } else if (path.equals("/orders.json") && reads) {
        send(exchange, 200, "application/json", orders.json());
      } else {
        send(exchange, 404, "text/plain", "not found");
      }
    }
  }

  private void receive(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(BODY_BYTES_MAX);
    if (!isSigned(exchange, body)) {
      send(exchange, 401, "text/plain", "signature does not match");
      return;
    }
    try {
      JsonNode event = MAPPER.readTree(body);
      boolean isNew = orders.take(event);
      send(exchange, 200, "text/plain", isNew ? "thank you" : "known already");
    } catch (JsonProcessingException e) {
      send(exchange, 400, "text/plain", "not JSON: " + e.getOriginalMessage());
    }
  }

  /// Standard Webhooks: HMAC-SHA256 over id, time stamp and body.
  private boolean isSigned(HttpExchange exchange, byte[] body) {
    String signed =
        header(exchange, "webhook-id") + "." + header(exchange, "webhook-timestamp") + ".";
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(signingKey, "HmacSHA256"));
      mac.update(signed.getBytes(StandardCharsets.UTF_8));
      String expected = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
      return MessageDigest.isEqual(
          expected.getBytes(StandardCharsets.UTF_8),
          header(exchange, "webhook-signature").getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
