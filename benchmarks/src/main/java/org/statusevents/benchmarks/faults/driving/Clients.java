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
/// its time is over.
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
  private final String store;
  private final String key;
  private final Journal journal;
  private final int count;
  private volatile boolean closed;

  Clients(List<Node> nodes, String store, String key, Journal journal, int count) {
    this.nodes = List.copyOf(nodes);
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
            ask(operation.apply(n), n);
            progress.settled();
          }
        });
      }
    }
  }

  private void ask(Operation operation, int number) {
    byte[] body = operation.body().getBytes(StandardCharsets.UTF_8);
    journal.write(
        new Entry.Asked(
            System.currentTimeMillis(),
            operation.id(),
            operation.order(),
            operation.event(),
            BodyHash.of(body)));
    long began = System.nanoTime();
    for (int tries = 0; !closed && System.nanoTime() - began < REQUEST_NANOS_MAX; tries++) {
      Optional<Integer> port = nodes.get((number + tries) % nodes.size()).port();
      if (port.isPresent()) {
        int status = send(port.get(), body);
        journal.write(new Entry.Answered(System.currentTimeMillis(), operation.id(), status));
        if (status >= 200 && status < 500 && status != 429) {
          return;
        }
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private int send(int port, byte[] body) {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + "/api/v1/stores/" + store + "/operations"))
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
