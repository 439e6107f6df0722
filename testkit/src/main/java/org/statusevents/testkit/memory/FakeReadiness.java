package org.statusevents.testkit.memory;

import java.util.Optional;
import org.statusevents.application.health.Readiness;

/// A part called "database" that is there or not, as told. Safe for many threads.
public final class FakeReadiness implements Readiness {
  private volatile boolean away;

  public void goAway() {
    away = true;
  }

  public void comeBack() {
    away = false;
  }

  @Override
  public String part() {
    return "database";
  }

  @Override
  public Optional<String> problem() {
    return away ? Optional.of("the database does not answer") : Optional.empty();
  }
}
