package org.statusevents.application.delivering;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreId;

/// The lanes with work: per channel and order a queue of updates, handed out with leases. Times are
/// the storage's own, so that nodes need no common clock. Safe for many threads and many nodes.
public interface Lanes {

  /// Hands out lanes whose work is due, oldest first within a channel and fair among channels, as
  /// many as there is room for. Nobody else gets a lane until `lease` is over or the lane is
  /// settled; after that it is handed out again with a higher token. Lanes of channels that are
  /// paused, stopped, asked us to wait or were removed are passed over. Of a channel whose breaker
  /// is open, a single lane is handed out when its rest is over, as a probe, and no other one until
  /// that is settled or `lease` is over, whoever asks. Of a lane that wants every event, its first
  /// [#UPDATES_MAX] waiting updates in order; of one that wants the latest state, the newest alone,
  /// which says what it supersedes.
  List<ClaimedLane> claim(Room room, Duration lease);

  int UPDATES_MAX = 20;

  /// Records what became of claimed lanes, each whole or not at all. A lane that was handed out
  /// again since, as its token shows, is left alone, and its channel too. Answers for each, in
  /// order, whether it was recorded.
  List<Boolean> settle(List<LaneSettlement> settlements);

  /// For how many lanes there is room: `lanesMax` in all and `perChannelMax` of each channel, but
  /// for those in `known`, which have their own; none passes a channel over.
  record Room(int lanesMax, int perChannelMax, Map<ChannelKey, Integer> known) {
    public Room {
      known = Map.copyOf(known);
    }

    public int of(ChannelKey channel) {
      return known.getOrDefault(channel, perChannelMax);
    }
  }

  /// A channel of a store.
  record ChannelKey(StoreId store, ChannelId channel) {}
}
