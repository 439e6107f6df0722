package org.statusevents.adapters.persistence.health;

import java.util.Optional;
import org.statusevents.adapters.persistence.session.CurrentSession;
import org.statusevents.application.health.Readiness;
import org.statusevents.application.transaction.StorageUnavailable;

final class DatabaseReadiness implements Readiness {
  private final CurrentSession session;

  DatabaseReadiness(CurrentSession session) {
    this.session = session;
  }

  @Override
  public String part() {
    return "database";
  }

  @Override
  public Optional<String> problem() {
    try {
      session.requireAnswer(1);
      return session.with(ReadinessMapper.class, ReadinessMapper::hasTables)
          ? Optional.empty()
          : Optional.of("the database has no tables yet; run the migrations");
    } catch (StorageUnavailable away) {
      return Optional.of("the database does not answer");
    }
  }
}
