package org.statusevents.testkit;

import org.statusevents.application.channel.StoppedChannels;
import org.statusevents.application.configuring.ChannelSecrets;
import org.statusevents.application.delivering.Lanes;
import org.statusevents.application.delivering.Replays;
import org.statusevents.application.delivering.Resends;
import org.statusevents.application.delivering.SettleParked;

/// The ports that delivering needs besides, of the same storage.
public interface DeliveringWorld extends RecordingWorld {
  Lanes lanes();

  Resends resends();

  Replays replays();

  SettleParked settleParked();

  StoppedChannels stoppedChannels();

  ChannelSecrets channelSecrets();
}
