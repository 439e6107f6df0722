package org.statusevents.testkit.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.statusevents.application.channel.ChannelAccess;
import org.statusevents.application.channel.StoppedChannels.Away;
import org.statusevents.application.channel.StoppedChannels.Stop;
import org.statusevents.application.delivering.ClaimedLane;
import org.statusevents.application.delivering.LaneSettlement;
import org.statusevents.application.delivering.LaneSettlement.BreakerStep;
import org.statusevents.application.delivering.LaneSettlement.LaneNext;
import org.statusevents.application.delivering.Lanes;
import org.statusevents.domain.channel.Channel;
import org.statusevents.testkit.memory.StoredState.LaneKey;

final class InMemoryLanes implements Lanes {
  private final InMemoryStorage storage;
  private final UUID node;

  InMemoryLanes(InMemoryStorage storage, UUID node) {
    this.storage = storage;
    this.node = node;
  }

  @Override
  public List<ClaimedLane> claim(Room room, Duration lease) {
    return storage.write(state -> {
      Instant now = storage.now();
      List<StoredLane> due =
          state.lanes.values().stream()
              .filter(lane -> lane.dueAt().filter(at -> !at.isAfter(now)).isPresent())
              .sorted(
                  Comparator.comparing((StoredLane lane) -> !lane.isReplaying())
                      .thenComparing(lane -> lane.dueAt().orElseThrow()))
              .toList();
      Map<ChannelKey, Integer> taken = new HashMap<>();
      Map<ChannelKey, Integer> replays = new HashMap<>();
      List<ClaimedLane> claimed = new ArrayList<>();
      for (StoredLane lane : due) {
        Optional<Channel> channel = serving(state, lane.key(), now);
        if (channel.isPresent()
            && (!lane.isReplaying()
                || replays.merge(lane.key().channelKey(), 1, Integer::sum)
                    <= shareOfReplays(room.of(lane.key().channelKey())))
            && claimed.size() < room.lanesMax()
            && taken.merge(lane.key().channelKey(), 1, Integer::sum)
                <= room.of(lane.key().channelKey())) {
          claimed.add(
              claim(
                  lane,
                  access(state, lane.key(), channel.get()),
                  state.tryNextAt(lane.key().channelKey(), _ -> now.plus(lease)),
                  lease,
                  now));
        }
      }
      return claimed;
    });
  }

  /// Of a room of less than four, replays get all every fourth time.
  private static int shareOfReplays(int room) {
    return room >= 4 ? room / 4 : ThreadLocalRandom.current().nextInt(4) == 0 ? room : 0;
  }

  private static Optional<Channel> serving(StoredState state, LaneKey key, Instant now) {
    Instant waitsUntil = state.waits.getOrDefault(key.channelKey(), Instant.MIN);
    return state
        .channel(key.channelKey())
        .filter(_ -> !state.stops.containsKey(key.channelKey()))
        .filter(_ ->
            Optional.ofNullable(state.away.get(key.channelKey()))
                .filter(away -> away.nextTryAt().isAfter(now))
                .isEmpty())
        .filter(channel -> channel.enabled() && !waitsUntil.isAfter(now));
  }

  private static ChannelAccess access(StoredState state, LaneKey key, Channel channel) {
    return new ChannelAccess(channel, state.secrets.getOrDefault(key.channelKey(), Map.of()));
  }

  private ClaimedLane claim(
      StoredLane lane, ChannelAccess access, int openings, Duration lease, Instant now) {
    StoredLane.Claim claim = lane.claim(node, access.channel().deliver(), lease, now);
    return new ClaimedLane(
        lane.key().store(),
        access,
        lane.key().order(),
        claim.leaseToken(),
        claim.failures(),
        claim.notAuthorized(),
        claim.failingFor(),
        openings,
        claim.updates());
  }

  @Override
  public List<Boolean> settle(List<LaneSettlement> settlements) {
    return storage.write(state -> {
      Instant now = storage.now();
      List<Boolean> recorded = new ArrayList<>();
      for (LaneSettlement settlement : settlements) {
        ClaimedLane claimed = settlement.lane();
        StoredLane lane =
            state.lanes.get(new LaneKey(claimed.store(), claimed.channel().id(), claimed.order()));
        boolean ours = lane != null && lane.leaseToken() == claimed.leaseToken();
        recorded.add(ours);
        if (lane != null && ours) {
          lane.settle(settlement, now);
          if (settlement.next() instanceof LaneNext.ChannelWaits(Duration delay)) {
            state.waits.put(claimed.key(), now.plus(delay));
          }
          if (settlement.next() instanceof LaneNext.ChannelStops(String words)) {
            state.stops.putIfAbsent(claimed.key(), new Stop(now, words));
          }
          settle(state, settlement, now);
        }
      }
      return recorded;
    });
  }

  private static void settle(StoredState state, LaneSettlement settlement, Instant now) {
    ChannelKey channel = settlement.lane().key();
    Optional<Away> open = Optional.ofNullable(state.away.get(channel));
    int openings = open.map(Away::openings).orElse(0);
    if (openings != settlement.lane().openings()) {
      return;
    }
    switch (settlement.breaker()) {
      case BreakerStep.Stays _ -> {}
      case BreakerStep.Closes _ -> {
        var _ = state.away.remove(channel);
      }
      case BreakerStep.Opens(Duration rest, String words) -> {
        Instant since = open.map(Away::since).orElse(now);
        var _ = state.away.put(channel, new Away(since, openings + 1, now.plus(rest), words));
      }
    }
  }
}
