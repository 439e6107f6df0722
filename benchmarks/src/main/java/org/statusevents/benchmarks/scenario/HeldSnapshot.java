package org.statusevents.benchmarks.scenario;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.statusevents.benchmarks.database.BenchFailure;
import org.statusevents.benchmarks.load.Load;
import org.statusevents.benchmarks.load.LoadResult;
import org.statusevents.benchmarks.report.Figure;
import org.statusevents.benchmarks.report.Report;

/// The rates after minutes of load during which somebody held a snapshot, so that nothing that was
/// overwritten could be cleared away.
public final class HeldSnapshot implements Scenario {
  private static final String CHANNEL = "snapshot";
  private static final String HELD = "snapshot held";

  @Override
  public String name() {
    return "snapshot";
  }

  @Override
  public void run(Bench bench) {
    Bench.Filled filled = bench.filled();
    Report report = bench.report();
    try (Connection reader = bench.database().connect();
        Bench.ReceivingChannel channel = bench.receiving(CHANNEL)) {
      hold(reader, bench);
      channel.receiver().open();
      load(bench, filled);
      channel.receiver().shut();
      Growth.compare(
          report, Singles.RATE, HELD, Singles.measure(bench, filled, Singles.RATE + ", " + HELD));
      Growth.compare(
          report, Batches.RATE, HELD, Batches.measure(bench, filled, Batches.RATE + ", " + HELD));
      try (Load load = bench.load(2)) {
        String name = Deliveries.BACKLOG_RATE + ", " + HELD;
        var received = Deliveries.backlogDelivered(bench, channel.receiver(), load, name);
        report.add(
            Figure.of(name, received.perSecond(), "updates/s", received.how())
                .comparedTo("before", report.value(Deliveries.BACKLOG_RATE))
                .ratioAtLeast(0.75));
      }
    } catch (SQLException e) {
      throw new BenchFailure("the snapshot cannot be held: " + e.getMessage(), e);
    }
  }

  private static void hold(Connection reader, Bench bench) throws SQLException {
    reader.setAutoCommit(false);
    reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    String count =
        "select count(*) from lane where store_id = '" + bench.filled().store().id() + "'";
    try (Statement statement = reader.createStatement();
        ResultSet rows = statement.executeQuery(count)) {
      boolean _ = rows.next();
    }
  }

  /// Batches as they come in while updates are delivered.
  private static void load(Bench bench, Bench.Filled filled) {
    double perSecond = Math.max(1, bench.options().deliveryRate() / 2.0 / Bench.BATCH);
    try (Load load = bench.load(2)) {
      Bench.say("a snapshot is held for " + bench.options().held().toSeconds() + " s of load");
      LoadResult result =
          load.openLoop(
              filled.operations().batches(Bench.BATCH), perSecond, bench.options().held());
      bench
          .report()
          .add(
              Figure.of(
                  "operations while a snapshot was held",
                  result.perSecond() * Bench.BATCH,
                  "operations/s",
                  "once, " + bench.options().held().toSeconds() + " s"));
      Failures.note(bench.report(), "operations while a snapshot was held", result);
    }
  }
}
