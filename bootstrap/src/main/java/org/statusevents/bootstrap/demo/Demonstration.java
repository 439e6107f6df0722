package org.statusevents.bootstrap.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.statusevents.application.housekeeping.Retention;
import org.statusevents.bootstrap.client.ApiAnswer;
import org.statusevents.bootstrap.client.ApiClient;
import org.statusevents.bootstrap.client.ApiUnavailable;
import org.statusevents.bootstrap.database.StartFailure;
import org.statusevents.bootstrap.demo.SampleOrders.SampleShop;
import org.statusevents.bootstrap.settings.Settings;
import org.statusevents.bootstrap.settings.Settings.HttpAddress;
import org.statusevents.bootstrap.wiring.Node;
import org.statusevents.bootstrap.wiring.Shutdown;
import org.statusevents.domain.delivery.RetrySchedule;

/// The whole show: a service of its own, the simulated cart, and orders on the move until closed.
public final class Demonstration implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);
  private static final String STORE = "demo";
  private static final long SEED = 20_260_101;
  private static final int WAVES_MAX = 500;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Shutdown shutdown = new Shutdown();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Duration pace;
  private final Node node;
  private final SimulatedCart cart;
  private final ApiClient api;
  private final String key;

  private Demonstration(Path data, int port, Duration pace) {
    this.pace = pace;
    boolean started = false;
    try {
      byte[] secret = new byte[32];
      new SecureRandom().nextBytes(secret);
      String signingSecret = "whsec_" + Base64.getEncoder().encodeToString(secret);
      cart = shutdown.add("cart", SimulatedCart.start(0, signingSecret, InstantSource.system()));
      node = shutdown.add("node", Node.start(settings(data, port)));
      key =
          node.adminKey()
              .orElseThrow(() ->
                  new StartFailure(data + " has no admin.key any more: choose another folder."));
      api = shutdown.add("client", new ApiClient(node.address(), key));
      setUp(signingSecret);
      SampleOrders orders = new SampleOrders(new Shop(), InstantSource.system(), SEED);
      int wave = firstWave();
      orders.importAll(wave);
      var _ = Thread.ofVirtual().name("sample-orders").start(() -> tell(orders, wave));
      started = true;
    } finally {
      if (!started) {
        shutdown.close();
      }
    }
  }

  /// Runs when it returns; `pace` is the pause between two operations.
  public static Demonstration start(Path data, int port, Duration pace) {
    return new Demonstration(data, port, pace);
  }

  /// What to show to who started it.
  public String screen() {
    return new DemoScreen(node.address(), cart.page(), STORE, key).text();
  }

  private static Settings settings(Path data, int port) {
    return new Settings(
        Optional.empty(),
        new HttpAddress("127.0.0.1", port),
        data,
        List.of(SimulatedCart.ADDRESS + "/32"),
        Optional.empty(),
        RetrySchedule.STANDARD,
        Retention.STANDARD);
  }

  private void setUp(String signingSecret) {
    must(api.put(path(""), JSON.objectNode().put("name", "Demo store")));
    must(api.post(path("/defaults"), JSON.objectNode()));
    ObjectNode channel =
        JSON.objectNode()
            .put("adapter", "webhook")
            .put("url", cart.webhook().toString())
            .put("enabled", true);
    ObjectNode _ = channel.putObject("secrets").put("signingSecret", signingSecret);
    must(api.put(path("/channels/cart"), channel));
    for (JsonNode label : api.get(path("/labels?limit=500")).body().path("items")) {
      cart.color(label.path("text").asText(), label.path("color").asText());
    }
  }

  /// Past those that an earlier demonstration left in the folder.
  private int firstWave() {
    int wave = 0;
    while (wave < WAVES_MAX
        && api.get(path("/orders/" + SampleOrders.firstNumber(wave))).succeeded()) {
      wave++;
    }
    return wave;
  }

  private void tell(SampleOrders orders, int firstWave) {
    try {
      for (int wave = firstWave; wave < WAVES_MAX; wave++) {
        if (wave > firstWave) {
          orders.importAll(wave);
        }
        Deque<Runnable> steps = orders.steps(wave);
        while (!steps.isEmpty()) {
          if (closing.await(pace.toMillis(), TimeUnit.MILLISECONDS)) {
            return;
          }
          steps.remove().run();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ApiUnavailable e) {
      LOG.warn("The sample orders stand still: {}", e.getMessage());
    }
  }

  private static String path(String rest) {
    return "/stores/" + STORE + rest;
  }

  private static void must(ApiAnswer answer) {
    if (!answer.succeeded()) {
      throw new IllegalStateException("the demonstration was refused: " + answer.problem());
    }
  }

  @Override
  public void close() {
    closing.countDown();
    shutdown.close();
  }

  /// Sends over the API like any shop.
  private final class Shop implements SampleShop {
    @Override
    public void importOrder(String number, JsonNode order) {
      answered(number, api.put(path("/orders/" + number), order));
    }

    @Override
    public void record(JsonNode operation) {
      answered(operation.path("id").asText(), api.post(path("/operations"), operation));
    }

    private static void answered(String what, ApiAnswer answer) {
      if (!answer.succeeded()) {
        LOG.debug("{}: {}", what, answer.problem());
      }
    }
  }
}
