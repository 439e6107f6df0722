package org.statusevents.testkit.memory;

import org.statusevents.application.health.Readiness;
import org.statusevents.testkit.health.ReadinessContract;

final class FakeReadinessTest implements ReadinessContract {
  private final FakeReadiness readiness = new FakeReadiness();

  @Override
  public Readiness readiness() {
    return readiness;
  }

  @Override
  public void goAway() {
    readiness.goAway();
  }

  @Override
  public void fallSilent() {
    readiness.goAway();
  }

  @Override
  public void comeBack() {
    readiness.comeBack();
  }
}
