package org.statusevents.benchmarks.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import org.statusevents.benchmarks.load.Load;
import org.statusevents.benchmarks.load.LoadResult;
import org.statusevents.benchmarks.load.RequestSource.Prepared;
import org.statusevents.benchmarks.report.Figure;
import org.statusevents.benchmarks.service.BenchStore;
import org.statusevents.bootstrap.client.ApiClient;

/// Finding orders: by label, by a part of a number, page after page.
public final class Search implements Scenario {
  private static final int CONNECTIONS = 8;
  private static final int PAGES_MAX = 100;

  @Override
  public String name() {
    return "search";
  }

  @Override
  public void run(Bench bench) {
    BenchStore store = bench.filled().store();
    measure(bench, "search by label", "?limit=50&orderLabel=Received");
    measure(bench, "search by number", "?limit=50&q=B1000123");
    long began = System.nanoTime();
    int pages = 0;
    String cursor = "";
    do {
      JsonNode page = store.get("/orders?limit=100" + cursor);
      String next = page.path("next").asText("");
      cursor = next.isEmpty() || next.equals("null") ? "" : "&cursor=" + ApiClient.segment(next);
      pages++;
    } while (!cursor.isEmpty() && pages < PAGES_MAX);
    bench
        .report()
        .add(
            Figure.of(
                "pages of 100 orders, one after the other",
                (System.nanoTime() - began) / 1e6 / pages,
                "ms a page",
                pages + " pages"));
  }

  private static void measure(Bench bench, String name, String query) {
    String path = "/api/v1/stores/" + bench.filled().store().id() + "/orders" + query;
    try (Load load = bench.load(CONNECTIONS)) {
      LoadResult result =
          load.closedLoop(
              () -> new Prepared(path, Buffer.buffer()),
              bench.options().warmUp(),
              bench.options().counted());
      Bench.say(name + ": " + result.summary());
      bench.report().add(Figure.of(name, result.perSecond(), "requests/s", bench.options().how()));
      bench.report().add(Figure.of(name + ", p99", result.millis(99), "ms", bench.options().how()));
      Failures.note(bench.report(), name, result);
    }
  }
}
