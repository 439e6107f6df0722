package org.statusevents.benchmarks.scenario;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.statusevents.benchmarks.database.BenchFailure;
import org.statusevents.benchmarks.load.Load;
import org.statusevents.benchmarks.load.LoadResult;
import org.statusevents.benchmarks.report.Figure;
import org.statusevents.benchmarks.report.Report;

/// The rate of a healthy channel, first alone, then beside channels whose receivers are gone and
/// behind which 100,000 lanes wait.
public final class DeadChannels implements Scenario {
  private static final String NAME = "dead-channels";
  private static final String HEALTHY = "healthy";
  private static final int LANES = 100_000;
  private static final int ORDERS_OWED = 20_000;
  private static final int CONNECTIONS = 2;

  /// Where nobody listens: connections are refused.
  private static final URI NOBODY = URI.create("http://127.0.0.1:9/");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(Bench bench) {
    try (Bench.ReceivingChannel healthy = bench.receiving(HEALTHY);
        Load load = bench.load(CONNECTIONS)) {
      double alone = rate(bench, healthy, load, "healthy channel alone");
      healthy.receiver().shut();
      int channels = Math.ceilDiv(LANES, ordersOwed(bench));
      setDead(bench, channels, true);
      try {
        owe(bench, load);
        double beside = rate(bench, healthy, load, "healthy channel beside dead ones");
        Report report = bench.report();
        report.add(Figure.count("lanes behind dead channels", waiting(bench), "lanes", "once"));
        report.add(
            Figure.of("healthy channel again", beside, "updates/s", "as above")
                .comparedTo("alone", Optional.of(alone))
                .ratioAtLeast(0.9));
      } finally {
        setDead(bench, channels, false);
      }
    }
  }

  private static double rate(Bench bench, Bench.ReceivingChannel channel, Load load, String name) {
    channel.receiver().shut();
    var received = Deliveries.backlogDelivered(bench, channel.receiver(), load, name);
    bench.report().add(Figure.of(name, received.perSecond(), "updates/s", received.how()));
    return received.perSecond();
  }

  private static void setDead(Bench bench, int channels, boolean enabled) {
    IntStream.rangeClosed(1, channels)
        .forEach(number -> bench.filled().store().channel("dead-" + number, NOBODY, enabled));
  }

  private static int ordersOwed(Bench bench) {
    return Math.min(ORDERS_OWED, bench.options().orders());
  }

  /// An update of as many orders to every dead channel.
  private static void owe(Bench bench, Load load) {
    int batches = Math.ceilDiv(ordersOwed(bench), Bench.BATCH);
    LoadResult result =
        load.times(
            bench.filled().operations().batchesInTurn(Bench.BATCH),
            batches,
            Duration.ofMinutes(30));
    if (result.succeeded() != batches) {
      throw new BenchFailure("the lanes could not be made: " + result.summary());
    }
  }

  private static long waiting(Bench bench) {
    return Long.parseLong(
        bench
            .database()
            .ask(
                "select count(*) from lane where store_id = '"
                    + bench.filled().store().id()
                    + "' and channel_id like 'dead-%' and acked_position < last_position"));
  }
}
