package org.statusevents.application.channel;

import java.time.Instant;
import java.util.Map;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreId;

/// The channels that get nothing for now: stopped because their receivers do not know our
/// credentials or are gone for good, or left in peace because their receivers are away. What they
/// are owed stays owed, and more may come. Safe for many threads and many nodes.
public interface StoppedChannels {

  /// Those of the store, each with when it was stopped and why; empty for an unknown store.
  Map<ChannelId, Stop> in(StoreId store);

  /// Those of the store whose breaker is open; empty for an unknown store.
  Map<ChannelId, Away> away(StoreId store);

  /// Lets the channel go on with what it is owed, at once; of one that does, nothing changes.
  void release(StoreId store, ChannelId channel);

  /// `words` are for people, at most [org.statusevents.domain.delivery.Reply#WORDS_LENGTH_MAX]
  /// characters and without secrets.
  record Stop(Instant since, String words) {}

  /// A channel that is tried with one lane at a time, for the next time at `nextTryAt`. Its breaker
  /// opened `openings` times in a row. `words` as those of a stop.
  record Away(Instant since, int openings, Instant nextTryAt, String words) {}
}
