package org.statusevents.benchmarks.scenario;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.statusevents.benchmarks.load.Receiver;
import org.statusevents.benchmarks.load.Receiver.Received;
import org.statusevents.benchmarks.report.Figure;
import org.statusevents.benchmarks.report.Report;
import org.statusevents.benchmarks.rivals.Rival;
import org.statusevents.benchmarks.rivals.RivalUpdate;
import org.statusevents.benchmarks.rivals.Rivals;

/// The same updates from the same database to the same receiver, by other libraries. The product's
/// service rests meanwhile.
public final class Comparison implements Scenario {
  @Override
  public String name() {
    return "comparison";
  }

  @Override
  public void run(Bench bench) {
    Optional<Double> ours = bench.report().value(Deliveries.BACKLOG_RATE);
    bench.stopService();
    List<RivalUpdate> updates =
        RivalUpdate.make(2 * bench.options().updates(), bench.options().orders());
    try (Receiver receiver = new Receiver()) {
      receiver.open();
      callsAlone(bench, receiver, updates);
      for (Supplier<Rival> rival : Rivals.all(bench.database(), receiver.address())) {
        try (Rival opened = rival.get()) {
          measure(bench.report(), opened, updates, receiver, ours);
        }
      }
    }
    if (bench.hasStore()) {
      bench.renewStore();
    }
  }

  /// What no library can exceed here: the calls, and nothing else.
  private static void callsAlone(Bench bench, Receiver receiver, List<RivalUpdate> updates) {
    receiver.reset(updates.size() / 2);
    Rivals.callsAlone(receiver.address(), updates);
    Received received = receiver.received();
    bench
        .report()
        .add(
            Figure.of(
                "calls alone, no database", received.perSecond(), "updates/s", received.how()));
  }

  private static void measure(
      Report report,
      Rival rival,
      List<RivalUpdate> updates,
      Receiver receiver,
      Optional<Double> ours) {
    Bench.say(rival.name() + ": " + updates.size() + " updates");
    rival.schedule(updates);
    receiver.reset(updates.size() / 2);
    rival.start();
    Received received = Deliveries.await(receiver, updates.size());
    String how = received.how();
    report.add(Figure.of(rival.name() + ", a backlog", received.perSecond(), "updates/s", how));
    report.add(Figure.count(rival.name() + ", out of order", received.reordered(), "updates", how));
    ours.ifPresent(rate ->
        report.add(
            Figure.of(Deliveries.BACKLOG_RATE + " again", rate, "updates/s", "as above")
                .comparedTo(rival.name(), Optional.of(received.perSecond()))
                .ratioAtLeast(5)));
  }
}
