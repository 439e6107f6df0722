package org.statusevents.application.channel;

import java.util.Map;
import org.statusevents.domain.channel.Channel;

/// A channel with the secrets to use it, read just now (R44).
public record ChannelAccess(Channel channel, Map<String, String> secrets) {
  public ChannelAccess {
    secrets = Map.copyOf(secrets);
  }

  /// Says nothing of the secrets.
  @Override
  public String toString() {
    return "ChannelAccess[" + channel.id() + "]";
  }
}
