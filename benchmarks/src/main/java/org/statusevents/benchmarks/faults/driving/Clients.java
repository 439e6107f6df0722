package org.statusevents.benchmarks.faults.driving;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.statusevents.benchmarks.faults.journal.BodyHash;
import org.statusevents.benchmarks.faults.journal.Entry;
import org.statusevents.benchmarks.faults.journal.Journal;

/// Ask for operations, each again with the same id at one node or another until it is answered or
/// its time is over. The next is asked where the fewest wait.
final class Clients implements AutoCloseable {
  private static final Duration CONNECT_MAX = Duration.ofSeconds(2);
  private static final Duration ANSWER_MAX = Duration.ofSeconds(10);
  private static final long REQUEST_NANOS_MAX = TimeUnit.SECONDS.toNanos(120);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_MAX)
          .build();
  private final List<Node> nodes;
  private final Balance<Node> balance;
  private final String store;
  private final String key;
  private final Journal journal;
  private final int count;
  private volatile boolean closed;

  Clients(List<Node> nodes, String store, String key, Journal journal, int count) {
    this.nodes = List.copyOf(nodes);
    this.balance = new Balance<>(nodes);
    this.store = store;
    this.key = key;
    this.journal = journal;
    this.count = count;
  }

  /// Asks for operations 0 to `operations` - 1 and returns when each has come to an end.
  void ask(int operations, IntFunction<Operation> operation, Progress progress) {
    AtomicInteger next = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < count; i++) {
        threads.execute(() -> {
          for (int n = next.getAndIncrement();
              n < operations && !closed && progress.mayAsk(n);
              n = next.getAndIncrement()) {
            ask(operation.apply(n));
            progress.settled();
          }
        });
      }
    }
  }

  private void ask(Operation operation) {
    byte[] body = operation.body().getBytes(StandardCharsets.UTF_8);
    journal.write(
        new Entry.Asked(
            System.currentTimeMillis(),
            operation.id(),
            operation.order(),
            operation.event(),
            BodyHash.of(body)));
    long began = System.nanoTime();
    while (!closed && System.nanoTime() - began < REQUEST_NANOS_MAX) {
      List<Node> up = nodes.stream().filter(Node::isUp).toList();
      Optional<Node> node = balance.next(up, System.nanoTime());
      if (node.isPresent() && answered(node.get(), operation, body)) {
        return;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private boolean answered(Node node, Operation operation, byte[] body) {
    boolean answered = false;
    try {
      int status = node.url().map(url -> send(url, body)).orElse(Entry.Answered.NONE);
      journal.write(new Entry.Answered(System.currentTimeMillis(), operation.id(), status));
      answered = status >= 200 && status < 500 && status != 429;
      return answered;
    } finally {
      balance.done(node, answered, System.nanoTime());
    }
  }

  private int send(String url, byte[] body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/api/v1/stores/" + store + "/operations"))
            .timeout(ANSWER_MAX)
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return Entry.Answered.NONE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Entry.Answered.NONE;
    }
  }

  @Override
  public void close() {
    closed = true;
    http.shutdownNow();
  }

  /// One event of one order, with the id under which it may be asked for again.
  record Operation(String id, String order, String event, String body) {}
}
