package org.statusevents.adapters.persistence.housekeeping;

import java.util.List;
import org.statusevents.adapters.persistence.session.CurrentSession;
import org.statusevents.application.housekeeping.Leftovers;
import org.statusevents.application.housekeeping.StoredMonths;

/// The door to housekeeping. Its statements are asked of one database and all stores in it.
public final class Housekeeping {
  public static final List<Class<?>> MAPPERS = List.of(MonthMapper.class, LeftoverMapper.class);

  private Housekeeping() {}

  public static StoredMonths storedMonths(CurrentSession session) {
    return new PartitionedMonths(session);
  }

  public static Leftovers leftovers(CurrentSession session) {
    return new StoredLeftovers(session);
  }
}
