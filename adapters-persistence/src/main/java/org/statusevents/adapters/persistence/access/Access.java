package org.statusevents.adapters.persistence.access;

import java.util.List;
import org.statusevents.adapters.persistence.session.CurrentSession;
import org.statusevents.application.access.AccessKeys;

/// The door to access keys.
public final class Access {
  public static final List<Class<?>> MAPPERS = List.of(KeyMapper.class);

  private Access() {}

  public static AccessKeys accessKeys(CurrentSession session) {
    return new MyBatisAccessKeys(session, System::nanoTime);
  }
}
