package org.statusevents.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.statusevents.bootstrap.client.PlainClient;
import org.statusevents.bootstrap.client.PlainClient.Answered;
import org.statusevents.bootstrap.database.PrivateCluster;
import org.statusevents.bootstrap.delivery.WorkerLimits;
import org.statusevents.bootstrap.receiver.HoldingReceiver;

/// The real service on a database that is not its own, and goes away under it.
final class DatabaseAwayTest {
  private static final String STORE = "away";
  private static final int CLIENTS = 8;
  private static final Duration ANSWER_MAX = Duration.ofSeconds(10);
  private static final Duration DELIVERY_MAX = Duration.ofSeconds(75);

  /// What cannot be settled while the database is away is soon handed out again.
  private static final WorkerLimits SHORT_LEASE =
      new WorkerLimits(
          64,
          8,
          8,
          Duration.ofSeconds(4),
          Duration.ofMillis(50),
          Duration.ofMillis(200),
          Duration.ofSeconds(12));

  @TempDir private Path temporary;

  /// What a client got for an operation.
  private record Asked(String id, String body, Answered answer, Duration took) {
    boolean recorded() {
      return answer.status() == 200;
    }
  }

  @Test
  void aDatabaseThatGoesAwayUnderEightClientsCostsBusyAnswersAndNothingElse() throws Exception {
    try (PrivateCluster cluster = new PrivateCluster(temporary.resolve("cluster"));
        HoldingReceiver receiver = new HoldingReceiver();
        RunningNode node =
            new RunningNode(
                temporary.resolve("data"), Optional.of(cluster.address()), SHORT_LEASE)) {
      node.store(STORE, "payload", receiver.address(), "Approved", "On Hold", "Packed");
      node.rule(STORE, "ORDER_APPROVE", "", "Approved", true);
      node.rule(STORE, "ORDER_UNAPPROVE", "", "On Hold", true);
      node.rule(STORE, "ORDER_PACK", "", "Packed", true);
      for (int client = 0; client < CLIENTS; client++) {
        node.order(STORE, order(client), 1);
      }

      List<Asked> asked = askWhileItGoesAndComesBack(cluster, node);

      assertThat(asked).allSatisfy(DatabaseAwayTest::isRecordedOrBusy);
      List<String> refused = asked.stream().filter(one -> !one.recorded()).map(Asked::id).toList();
      List<String> before = recorded(node);
      assertThat(before)
          .doesNotHaveDuplicates()
          .containsAll(asked.stream().filter(Asked::recorded).map(Asked::id).toList());
      for (Asked one : asked) {
        if (!one.recorded()) {
          var _ = node.post("/stores/" + STORE + "/operations", one.body()).isOk();
        }
      }
      assertThat(recorded(node))
          .containsExactlyInAnyOrderElementsOf(asked.stream().map(Asked::id).toList());
      everyUpdateArrivesInOrder(node, receiver);
      System.out.println(
          "database away: "
              + asked.size()
              + " operations, "
              + refused.size()
              + " answered 503, of which "
              + refused.stream().filter(before::contains).count()
              + " were recorded; slowest answer "
              + Collections.max(asked.stream().map(Asked::took).toList()).toMillis()
              + " ms");
    }
  }

  private static List<Asked> askWhileItGoesAndComesBack(PrivateCluster cluster, RunningNode node)
      throws Exception {
    CountDownLatch running = new CountDownLatch(CLIENTS * 5);
    CountDownLatch away = new CountDownLatch(CLIENTS * 2);
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<List<Asked>>> asking = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        String order = order(client);
        asking.add(
            clients.submit(() -> {
              List<Asked> asked = new ArrayList<>();
              while (!done.get()) {
                asked.add(ask(node, order, asked.size()));
                (asked.getLast().recorded() ? running : away).countDown();
              }
              // The last word, once the database is back.
              for (int tries = 0; tries < 20 && !asked.getLast().recorded(); tries++) {
                asked.add(ask(node, order, asked.size()));
              }
              return asked;
            }));
      }
      assertThat(running.await(60, TimeUnit.SECONDS)).as("all clients are under way").isTrue();
      cluster.stopAtOnce();
      assertThat(away.await(60, TimeUnit.SECONDS)).as("all clients are told").isTrue();
      assertThat(node.get("/health/ready").status()).isEqualTo(503);
      assertThat(node.get("/health/live").status()).isEqualTo(200);
      cluster.startAgain();
      done.set(true);
      List<Asked> all = new ArrayList<>();
      for (Future<List<Asked>> asked : asking) {
        List<Asked> own = asked.get(120, TimeUnit.SECONDS);
        assertThat(own.getLast().recorded()).as("works again by itself").isTrue();
        all.addAll(own);
      }
      assertThat(node.get("/health/ready").status()).isEqualTo(200);
      return all;
    }
  }

  private static String order(int client) {
    return Integer.toString(100 + client);
  }

  private static Asked ask(RunningNode node, String order, int count) {
    String id = order + "-" + count;
    String event = count % 2 == 0 ? "ORDER_APPROVE" : "ORDER_UNAPPROVE";
    String body = PlainClient.operation(id, order, event);
    long began = System.nanoTime();
    Answered answer = node.post("/stores/" + STORE + "/operations", body);
    return new Asked(id, body, answer, Duration.ofNanos(System.nanoTime() - began));
  }

  private static void isRecordedOrBusy(Asked asked) {
    assertThat(asked.answer().status()).as("%s", asked.answer().body()).isIn(200, 503);
    assertThat(asked.took()).isLessThan(ANSWER_MAX);
    if (!asked.recorded()) {
      assertThat(asked.answer().contentType()).startsWith("application/problem+json");
      assertThat(asked.answer().headers().firstValue("Retry-After"))
          .get()
          .asString()
          .matches("\\d+");
    }
  }

  /// The ids of all operations in the histories, imports left out.
  private static List<String> recorded(RunningNode node) {
    List<String> ids = new ArrayList<>();
    for (int client = 0; client < CLIENTS; client++) {
      for (JsonNode item : history(node, order(client))) {
        if (!item.path("event").asText().equals("ORDER_IMPORT")) {
          ids.add(item.path("operation").asText());
        }
      }
    }
    return ids;
  }

  private static List<JsonNode> history(RunningNode node, String order) {
    return node.all("/stores/" + STORE + "/orders/" + order + "/history");
  }

  /// The delivery worker went on too: the last update of each order arrives, and with it all that
  /// were owed before.
  private static void everyUpdateArrivesInOrder(RunningNode node, HoldingReceiver receiver)
      throws InterruptedException {
    for (int client = 0; client < CLIENTS; client++) {
      String order = order(client);
      var _ = node.operation(STORE, order + "-last", order, "[{\"type\":\"ORDER_PACK\"}]");
      var _ =
          receiver.await(
              call -> call.order().equals(order) && call.label().equals("Packed"), DELIVERY_MAX);
      Set<String> arrived = new LinkedHashSet<>();
      Set<Long> sequences = new LinkedHashSet<>();
      receiver.calls().stream()
          .filter(call -> call.order().equals(order))
          .forEach(call -> {
            arrived.add(call.id());
            sequences.add(call.sequence());
          });
      List<String> owed = new ArrayList<>();
      for (JsonNode item : history(node, order)) {
        String update = item.path("channels").path(0).path("update").asText("");
        if (!update.isEmpty()) {
          owed.add(update);
        }
      }
      assertThat(arrived).containsExactlyElementsOf(owed);
      assertThat(new ArrayList<>(sequences)).isSorted();
    }
  }
}
