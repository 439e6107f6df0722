package org.statusevents.benchmarks.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.statusevents.benchmarks.database.BenchFailure;
import org.statusevents.benchmarks.growth.GrownStore;
import org.statusevents.benchmarks.load.Load;
import org.statusevents.benchmarks.load.RequestSource;
import org.statusevents.benchmarks.report.Figure;
import org.statusevents.benchmarks.report.Report;
import org.statusevents.benchmarks.service.Operations;
import org.statusevents.benchmarks.service.OrderRange;

/// A store of 5 million orders with 20 million history rows, or a part of that, and the rates on
/// it.
public final class Growth implements Scenario {
  private static final int ORDERS = 5_000_000;
  private static final int TEMPLATES = 8;
  private static final int EVENTS = 3;
  private static final String CHANNEL = "growth";
  private static final String GROWN = "grown";

  @Override
  public String name() {
    return "growth";
  }

  @Override
  public void run(Bench bench) {
    Bench.Filled small = bench.filled();
    List<String> templates = templates(bench);
    int count = (int) Math.max(TEMPLATES, Math.round(ORDERS * bench.options().scale()));
    OrderRange orders = new OrderRange("G", 10_000_000, count);
    Bench.say("making " + count + " orders by COPY");
    long began = System.nanoTime();
    Map<String, Long> rows =
        new GrownStore(bench.database(), small.store().id()).multiply(templates, orders);
    double seconds = (System.nanoTime() - began) / 1e9;
    Report report = bench.report();
    String how = "once, %.0f s".formatted(seconds);
    rows.forEach((table, made) -> {
      if (made > 0) {
        report.add(Figure.count("grown " + table, made, "rows", how));
      }
    });
    long all = rows.values().stream().mapToLong(Long::longValue).sum();
    report.add(Figure.of("growth by COPY", all / seconds, "rows/s", how));
    check(bench);
    bench.database().execute("vacuum analyze");
    Bench.Filled grown = new Bench.Filled(small.store(), bench.operations(orders, "-g"));
    try (Bench.ReceivingChannel _ = bench.receiving(CHANNEL)) {
      compare(report, Singles.RATE, GROWN, Singles.measure(bench, grown, named(Singles.RATE)));
      compare(report, Batches.RATE, GROWN, Batches.measure(bench, grown, named(Batches.RATE)));
    }
  }

  private static String named(String rate) {
    return rate + ", " + GROWN;
  }

  /// Adds a rate again beside what it was before, where that was measured.
  static void compare(Report report, String rate, String when, double value) {
    Optional<Double> before = report.value(rate);
    if (before.isPresent()) {
      report.add(
          Figure.of(rate + ", " + when + ", again", value, "operations/s", "as above")
              .comparedTo("before", before)
              .ratioAtLeast(0.75));
    }
  }

  /// A few orders that went the whole way: imported, changed three times, the last time told.
  private static List<String> templates(Bench bench) {
    OrderRange range = new OrderRange("T", 90_000_000, TEMPLATES);
    List<String> numbers = IntStream.range(0, TEMPLATES).mapToObj(range::number).toList();
    Operations operations = bench.operations(range, "-t");
    RequestSource changes = operations.eachInTurn();
    try (Load load = bench.load(1)) {
      send(load, operations.imports(TEMPLATES), 1);
      send(load, changes, (EVENTS - 1) * TEMPLATES);
      try (Bench.ReceivingChannel channel = bench.receiving(CHANNEL)) {
        channel.receiver().open();
        send(load, changes, TEMPLATES);
        awaitIdleLanes(bench);
      }
    }
    return numbers;
  }

  private static void send(Load load, RequestSource source, int requests) {
    var result = load.times(source, requests, Duration.ofMinutes(1));
    if (result.succeeded() != requests) {
      throw new BenchFailure("no templates to grow from: " + result.summary());
    }
  }

  private static void awaitIdleLanes(Bench bench) {
    String busy =
        "select count(*) from lane where channel_id = '" + CHANNEL + "' and due_at is not null";
    long began = System.nanoTime();
    while (!bench.database().ask(busy).equals("0")) {
      if (System.nanoTime() - began > TimeUnit.MINUTES.toNanos(1)) {
        throw new BenchFailure("the templates' updates are not delivered");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  /// What must be true of what was made: no version that is not the length of its history, no event
  /// without its operation, no lane with work.
  private static void check(Bench bench) {
    String wrong =
        """
        select (select count(*) from customer_order o
                 where o.store_id = '%1$s' and o.order_number like 'G%%'
                   and o.version <> (
                     select count(*) from order_history h
                      where h.store_id = o.store_id and h.order_number = o.order_number))
             + (select count(*) from order_history h
                 where h.store_id = '%1$s' and h.order_number like 'G%%'
                   and not exists (
                     select from operation p
                      where p.store_id = h.store_id and p.operation_id = h.operation_id))
             + (select count(*) from lane l
                 where l.store_id = '%1$s' and l.order_number like 'G%%'
                   and (l.due_at is not null or l.acked_position <> l.last_position))
        """
            .formatted(bench.filled().store().id());
    String found = bench.database().ask(wrong);
    if (!found.equals("0")) {
      throw new BenchFailure(found + " grown rows are not as the service would have left them");
    }
  }
}
