package org.statusevents.application.configuring;

import java.util.Map;
import java.util.Set;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreId;

/// The secrets of channels, encrypted at rest and read at send time (R44).
public interface ChannelSecrets {

  /// The channel's secrets by name; empty where there are none.
  Map<String, String> read(StoreId store, ChannelId channel);

  /// The names alone, for showing what is set.
  Set<String> names(StoreId store, ChannelId channel);

  /// Replaces all secrets of the channel.
  void write(StoreId store, ChannelId channel, Map<String, String> secrets);
}
