package org.statusevents.application.channel;

import java.time.Instant;
import java.util.Map;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreId;

/// The channels that were stopped because their receivers do not know our credentials or are gone
/// for good. What they are owed stays owed, and more may come. Safe for many threads and many
/// nodes.
public interface StoppedChannels {

  /// Those of the store, each with when it was stopped and why; empty for an unknown store.
  Map<ChannelId, Stop> in(StoreId store);

  /// Lets the channel go on with what it is owed; of one that is not stopped, nothing changes.
  void release(StoreId store, ChannelId channel);

  /// `words` are for people, at most [org.statusevents.domain.delivery.Reply#WORDS_LENGTH_MAX]
  /// characters and without secrets.
  record Stop(Instant since, String words) {}
}
