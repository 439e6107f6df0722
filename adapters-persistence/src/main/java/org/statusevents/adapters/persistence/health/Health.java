package org.statusevents.adapters.persistence.health;

import java.util.List;
import org.statusevents.adapters.persistence.session.CurrentSession;
import org.statusevents.application.health.Readiness;

/// The door to health.
public final class Health {
  public static final List<Class<?>> MAPPERS = List.of(ReadinessMapper.class);

  private Health() {}

  public static Readiness readiness(CurrentSession session) {
    return new DatabaseReadiness(session);
  }
}
