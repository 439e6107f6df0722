package org.statusevents.benchmarks.scenario;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.statusevents.benchmarks.database.BenchFailure;
import org.statusevents.benchmarks.load.Load;
import org.statusevents.benchmarks.load.LoadResult;
import org.statusevents.benchmarks.load.Receiver;
import org.statusevents.benchmarks.load.Receiver.Received;
import org.statusevents.benchmarks.report.Figure;
import org.statusevents.benchmarks.report.Report;

/// Updates to a receiver in this process that answers at once: first a backlog that grew while it
/// asked to wait, then as operations come in.
public final class Deliveries implements Scenario {
  static final String BACKLOG_RATE = "deliveries of a backlog";
  private static final String CHANNEL = "deliveries";
  private static final int CONNECTIONS = 2;
  private static final long PER_SECOND_LEAST = 100;

  @Override
  public String name() {
    return "deliveries";
  }

  @Override
  public void run(Bench bench) {
    try (Bench.ReceivingChannel channel = bench.receiving(CHANNEL);
        Load load = bench.load(CONNECTIONS)) {
      backlog(bench, channel.receiver(), load);
      sustained(bench, channel.receiver(), load);
    }
  }

  private static void backlog(Bench bench, Receiver receiver, Load load) {
    Received received = backlogDelivered(bench, receiver, load, BACKLOG_RATE);
    bench
        .report()
        .add(
            Figure.of(BACKLOG_RATE, received.perSecond(), "updates/s", received.how())
                .atLeast(2_000));
  }

  /// Records operations while the receiver is shut, then opens it and waits until it has all. The
  /// first half of them is warm-up.
  static Received backlogDelivered(Bench bench, Receiver receiver, Load load, String name) {
    int batches = 2 * Math.max(1, bench.options().updates() / Bench.BATCH);
    LoadResult prepared =
        load.times(
            bench.filled().operations().batches(Bench.BATCH), batches, Duration.ofMinutes(30));
    long owed = prepared.succeeded() * Bench.BATCH;
    if (prepared.succeeded() != batches) {
      throw new BenchFailure("the backlog could not be made: " + prepared.summary());
    }
    receiver.reset(owed / 2);
    receiver.open();
    Received received = await(receiver, owed);
    addFaults(bench.report(), name, received, owed);
    return received;
  }

  /// Waits for all, as long as a slow service may need.
  static Received await(Receiver receiver, long expected) {
    long began = System.nanoTime();
    long most = TimeUnit.SECONDS.toNanos(30 + expected / PER_SECOND_LEAST);
    while (receiver.received().accepted() < expected && System.nanoTime() - began < most) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    return receiver.received();
  }

  private static void sustained(Bench bench, Receiver receiver, Load load) {
    Report report = bench.report();
    double batchesPerSecond = Math.max(1, bench.options().deliveryRate() / (double) Bench.BATCH);
    receiver.reset();
    LoadResult sent =
        load.openLoop(
            bench.filled().operations().batches(Bench.BATCH),
            batchesPerSecond,
            bench.options().counted());
    Received during = receiver.received();
    long owed = sent.succeeded() * Bench.BATCH;
    Received all = await(receiver, owed);
    Bench.say("sustained: " + sent.summary() + "; " + during.accepted() + " of " + owed + " taken");
    String how = "once, " + Math.round(sent.seconds()) + " s";
    report.add(
        Figure.of("operations while delivering", owed / sent.seconds(), "operations/s", how));
    report.add(
        Figure.of(
                "deliveries while operations come in",
                during.accepted() / sent.seconds(),
                "updates/s",
                how)
            .atLeast(2_000));
    report.add(
        Figure.count(
            "updates still owed when the last came in", owed - during.accepted(), "updates", how));
    addFaults(report, "deliveries while operations come in", all, owed);
    Failures.note(report, "operations while delivering", sent);
  }

  private static void addFaults(Report report, String name, Received received, long owed) {
    String how = "all " + received.accepted() + " updates";
    report.add(
        Figure.count(name + ", out of order", received.reordered(), "updates", how).below(1));
    report.add(Figure.count(name + ", repeated", received.repeated(), "updates", how));
    if (received.accepted() - received.repeated() < owed) {
      report.note(name + ": only " + received.accepted() + " of " + owed + " came in time");
    }
  }
}
