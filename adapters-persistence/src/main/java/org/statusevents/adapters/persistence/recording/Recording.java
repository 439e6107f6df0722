package org.statusevents.adapters.persistence.recording;

import java.util.List;
import org.statusevents.adapters.persistence.configuring.ConfigurationVersions;
import org.statusevents.adapters.persistence.session.CurrentSession;
import org.statusevents.application.recording.Orders;

/// The door to recording.
public final class Recording {
  public static final List<Class<?>> MAPPERS = List.of(RecordingMapper.class);

  private Recording() {}

  public static Orders orders(CurrentSession session, ConfigurationVersions configurations) {
    return new MyBatisOrders(session, configurations);
  }
}
