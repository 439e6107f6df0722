package org.statusevents.adapters.persistence.delivering;

import java.util.List;
import java.util.UUID;
import org.statusevents.adapters.persistence.configuring.ConfigurationVersions;
import org.statusevents.adapters.persistence.session.CurrentSession;
import org.statusevents.application.channel.StoppedChannels;
import org.statusevents.application.configuring.ChannelSecrets;
import org.statusevents.application.delivering.Lanes;
import org.statusevents.application.delivering.Nodes;
import org.statusevents.application.delivering.Replays;
import org.statusevents.application.delivering.Resends;
import org.statusevents.application.delivering.SettleParked;

/// The door to delivering.
public final class Delivering {
  public static final List<Class<?>> MAPPERS =
      List.of(
          LaneMapper.class,
          NodeMapper.class,
          ResendMapper.class,
          ParkedMapper.class,
          ReplayMapper.class,
          StopMapper.class);

  private Delivering() {}

  /// As `node` is handed them.
  public static Lanes lanes(
      CurrentSession session,
      ConfigurationVersions configurations,
      ChannelSecrets secrets,
      UUID node) {
    return new MyBatisLanes(session, configurations, secrets, node);
  }

  public static Nodes nodes(CurrentSession session, UUID node) {
    return new MyBatisNodes(session, node);
  }

  public static Resends resends(CurrentSession session) {
    return new MyBatisResends(session);
  }

  public static Replays replays(CurrentSession session) {
    return new MyBatisReplays(session);
  }

  public static StoppedChannels stoppedChannels(CurrentSession session) {
    return new MyBatisStoppedChannels(session);
  }

  public static SettleParked settleParked(CurrentSession session) {
    return new MyBatisSettleParked(session);
  }
}
