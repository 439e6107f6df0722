package org.statusevents.benchmarks.faults.driving;

/// How far the clients are and how far the harm: neither runs away from the other. Safe for many
/// threads.
final class Progress {
  private final FaultPlan plan;
  private int settled;
  private int faultsDone;
  private boolean over;

  Progress(FaultPlan plan) {
    this.plan = plan;
  }

  /// Waits until event `number` may be sent: no harm that was due well before it is still to come.
  /// False where the run is over.
  synchronized boolean mayAsk(int number) {
    try {
      while (!over
          && faultsDone < plan.steps().size()
          && number > room(plan.steps().get(faultsDone).afterEvents())) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      over = true;
    }
    return !over;
  }

  private static int room(int afterEvents) {
    return afterEvents + afterEvents / 10 + 20;
  }

  /// Waits until it is time for harm `step`; false where the run is over.
  synchronized boolean isDue(int step) {
    try {
      while (!over && settled < plan.steps().get(step).afterEvents()) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      over = true;
    }
    return !over;
  }

  synchronized void faultDone() {
    faultsDone++;
    notifyAll();
  }

  synchronized void settled() {
    settled++;
    notifyAll();
  }

  synchronized void end() {
    over = true;
    notifyAll();
  }

  synchronized int eventsSettled() {
    return settled;
  }

  synchronized int faults() {
    return faultsDone;
  }
}
