package org.statusevents.adapters.persistence.lookup;

import java.util.List;
import org.statusevents.adapters.persistence.order.StoredOrders;
import org.statusevents.adapters.persistence.session.CurrentSession;
import org.statusevents.application.lookup.StatusLookups;

/// The door to look-ups.
public final class Lookup {
  public static final List<Class<?>> MAPPERS = List.of(MissMapper.class, ChangeMapper.class);

  private Lookup() {}

  public static StatusLookups statusLookups(CurrentSession session, StoredOrders orders) {
    return new MyBatisStatusLookups(session, orders);
  }
}
