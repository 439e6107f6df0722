package org.statusevents.testkit.delivering;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.statusevents.application.delivering.ClaimedLane;
import org.statusevents.application.delivering.ReplaySelection;
import org.statusevents.application.delivering.Replays.LaneStart;
import org.statusevents.application.delivering.Replays.ReplayId;
import org.statusevents.application.delivering.Replays.SetBack;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.delivery.Update;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.testkit.ReadingWorld;
import org.statusevents.testkit.Stores;

/// Selects and replays by hand, on the channel `web` of the shop.
record ReplayHand(ReadingWorld world) {
  static final ChannelId WEB = new ChannelId("web");
  static final ReplaySelection ALL =
      new ReplaySelection.ByFilter(Optional.empty(), Optional.empty(), Set.of(), Optional.empty());

  List<LaneStart> find(ReplaySelection selection) {
    return world.replays().find(Stores.SHOP, WEB, selection, Optional.empty(), 100);
  }

  /// Sets back all that is selected, as one replay.
  SetBack replay(ReplaySelection selection) {
    ReplayId replay = world.replays().begin(Stores.SHOP, WEB, selection, "anna");
    List<LaneStart> lanes = find(selection);
    return world
        .transactions()
        .inTransaction(() -> world.replays().setBack(Stores.SHOP, replay, WEB, lanes));
  }

  static ReplaySelection ids(UpdateId... ids) {
    return new ReplaySelection.ById(Set.of(ids));
  }

  static ReplaySelection state(UpdateState state) {
    return new ReplaySelection.ByFilter(
        Optional.empty(), Optional.empty(), Set.of(), Optional.of(state));
  }

  static ReplaySelection range(Instant from, Instant to) {
    return new ReplaySelection.ByFilter(
        Optional.of(from), Optional.of(to), Set.of(), Optional.empty());
  }

  static List<UpdateId> ids(ClaimedLane lane) {
    return lane.updates().stream().map(Update::id).toList();
  }
}
