package org.statusevents.application.delivering;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.order.OrderNumber;

/// Sets lanes back, so that settled updates are sent again, and keeps who had that done.
public interface Replays {
  int LANES_MAX = 1_000;

  /// True for a channel that the store had once and has no more.
  boolean isRemoved(StoreId store, ChannelId channel);

  /// Those of the ids that are no update of the channel.
  Set<UpdateId> unknown(StoreId store, ChannelId channel, Set<UpdateId> updates);

  /// The lanes of the channel with selected updates that are settled or parked, by order number
  /// behind `after`, at most `lanesMax`.
  List<LaneStart> find(
      StoreId store,
      ChannelId channel,
      ReplaySelection selection,
      Optional<OrderNumber> after,
      int lanesMax);

  /// Keeps that somebody replays, before anything is set back.
  ReplayId begin(StoreId store, ChannelId channel, ReplaySelection selection, String actor);

  /// Sets up to [#LANES_MAX] lanes of the replay's channel back to their starts, due at once, and
  /// counts them on the replay. Where the channel wants the latest state, only to its newest
  /// update. What was given up behind a start is owed again; a parked lane waits no longer; what a
  /// holder of such a lane settles yet is fenced. A lane that stands before its start by now is
  /// left alone. Called within a transaction in which no channel can be removed.
  SetBack setBack(StoreId store, ReplayId replay, ChannelId channel, List<LaneStart> lanes);

  /// The replays of a channel, newest first, at most `limit`.
  List<ReplayRecord> latest(StoreId store, ChannelId channel, int limit);

  record ReplayId(UUID value) {
    @Override
    public String toString() {
      return value.toString();
    }
  }

  /// `first` is the position of the first update to be sent again.
  record LaneStart(OrderNumber order, long first) {}

  /// How many lanes were set back, and how many updates that will be sent again.
  record SetBack(int lanes, long updates) {
    public static final SetBack NOTHING = new SetBack(0, 0);

    public SetBack plus(SetBack more) {
      return new SetBack(lanes + more.lanes, updates + more.updates);
    }
  }

  /// Who replayed what when, and how much that was.
  record ReplayRecord(
      ReplayId id, String actor, Instant at, ReplaySelection selection, SetBack done) {}
}
