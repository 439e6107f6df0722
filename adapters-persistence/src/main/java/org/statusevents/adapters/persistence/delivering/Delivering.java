package org.statusevents.adapters.persistence.delivering;

import java.util.List;
import org.statusevents.adapters.persistence.configuring.ConfigurationVersions;
import org.statusevents.adapters.persistence.session.CurrentSession;
import org.statusevents.application.channel.StoppedChannels;
import org.statusevents.application.configuring.ChannelSecrets;
import org.statusevents.application.delivering.Lanes;
import org.statusevents.application.delivering.Resends;
import org.statusevents.application.delivering.SettleParked;

/// The door to delivering.
public final class Delivering {
  public static final List<Class<?>> MAPPERS =
      List.of(LaneMapper.class, ResendMapper.class, ParkedMapper.class, StopMapper.class);

  private Delivering() {}

  public static Lanes lanes(
      CurrentSession session, ConfigurationVersions configurations, ChannelSecrets secrets) {
    return new MyBatisLanes(session, configurations, secrets);
  }

  public static Resends resends(CurrentSession session) {
    return new MyBatisResends(session);
  }

  public static StoppedChannels stoppedChannels(CurrentSession session) {
    return new MyBatisStoppedChannels(session);
  }

  public static SettleParked settleParked(CurrentSession session) {
    return new MyBatisSettleParked(session);
  }
}
