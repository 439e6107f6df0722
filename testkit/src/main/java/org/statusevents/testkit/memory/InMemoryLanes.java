package org.statusevents.testkit.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.statusevents.application.channel.StoppedChannels.Stop;
import org.statusevents.application.delivering.ClaimedLane;
import org.statusevents.application.delivering.LaneSettlement;
import org.statusevents.application.delivering.LaneSettlement.LaneNext;
import org.statusevents.application.delivering.Lanes;
import org.statusevents.domain.channel.Channel;
import org.statusevents.testkit.memory.StoredState.LaneKey;

final class InMemoryLanes implements Lanes {
  private final InMemoryStorage storage;

  InMemoryLanes(InMemoryStorage storage) {
    this.storage = storage;
  }

  @Override
  public List<ClaimedLane> claim(
      int lanesMax, int perChannelMax, Duration lease, Set<ChannelKey> except) {
    return storage.write(state -> {
      Instant now = storage.now();
      List<StoredLane> due =
          state.lanes.values().stream()
              .filter(lane -> lane.dueAt().filter(at -> !at.isAfter(now)).isPresent())
              .filter(lane -> !except.contains(lane.key().channelKey()))
              .sorted(Comparator.comparing(lane -> lane.dueAt().orElseThrow()))
              .toList();
      Map<ChannelKey, Integer> taken = new HashMap<>();
      List<ClaimedLane> claimed = new ArrayList<>();
      for (StoredLane lane : due) {
        Optional<Channel> channel = serving(state, lane.key(), now);
        if (channel.isPresent()
            && claimed.size() < lanesMax
            && taken.merge(lane.key().channelKey(), 1, Integer::sum) <= perChannelMax) {
          claimed.add(claim(lane, channel.get(), lease, now));
        }
      }
      return claimed;
    });
  }

  private static Optional<Channel> serving(StoredState state, LaneKey key, Instant now) {
    Instant waitsUntil = state.waits.getOrDefault(key.channelKey(), Instant.MIN);
    return state
        .channel(key.channelKey())
        .filter(_ -> !state.stops.containsKey(key.channelKey()))
        .filter(channel -> channel.enabled() && !waitsUntil.isAfter(now));
  }

  private static ClaimedLane claim(StoredLane lane, Channel channel, Duration lease, Instant now) {
    StoredLane.Claim claim = lane.claim(channel.deliver(), lease, now);
    return new ClaimedLane(
        lane.key().store(),
        channel,
        lane.key().order(),
        claim.leaseToken(),
        claim.failures(),
        claim.notAuthorized(),
        claim.failingFor(),
        claim.updates());
  }

  @Override
  public int settle(List<LaneSettlement> settlements) {
    return storage.write(state -> {
      Instant now = storage.now();
      int recorded = 0;
      for (LaneSettlement settlement : settlements) {
        ClaimedLane claimed = settlement.lane();
        StoredLane lane =
            state.lanes.get(new LaneKey(claimed.store(), claimed.channel().id(), claimed.order()));
        if (lane != null && lane.leaseToken() == claimed.leaseToken()) {
          lane.settle(settlement, now);
          if (settlement.next() instanceof LaneNext.ChannelWaits(Duration delay)) {
            state.waits.put(claimed.key(), now.plus(delay));
          }
          if (settlement.next() instanceof LaneNext.ChannelStops(String words)) {
            state.stops.putIfAbsent(claimed.key(), new Stop(now, words));
          }
          recorded++;
        }
      }
      return recorded;
    });
  }
}
