package org.statusevents.bootstrap.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.IntSupplier;
import org.statusevents.application.delivering.DeliverUpdates.DeliveryReport;

/// Counts what the worker does.
public final class WorkerMeter {
  private final MeterRegistry registry;
  private final Counter lanes;
  private final Counter stopped;
  private final Counter late;
  private final Counter broken;

  public WorkerMeter(MeterRegistry registry) {
    this.registry = registry;
    this.lanes = lanes("done", "Lanes whose claimed updates were all accepted");
    this.stopped = lanes("stopped", "Lanes that stopped at an update");
    this.late = lanes("late", "Lanes that had been handed out again meanwhile");
    this.broken = lanes("broken", "Lanes whose delivery broke off by an error of ours");
  }

  private Counter lanes(String outcome, String description) {
    return Counter.builder("statusevents.lanes.delivered")
        .tag("outcome", outcome)
        .description(description)
        .register(registry);
  }

  void watch(IntSupplier taken) {
    Gauge _ =
        Gauge.builder("statusevents.lanes.in.delivery", taken::getAsInt)
            .description("Lanes in delivery on this node")
            .strongReference(true)
            .register(registry);
  }

  void delivered(DeliveryReport report) {
    if (!report.recorded()) {
      late.increment();
    } else if (report.stopped()) {
      stopped.increment();
    } else {
      lanes.increment();
    }
  }

  void broken() {
    broken.increment();
  }
}
