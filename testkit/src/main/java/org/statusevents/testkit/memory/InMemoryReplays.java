package org.statusevents.testkit.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.statusevents.application.delivering.Lanes.ChannelKey;
import org.statusevents.application.delivering.ReplaySelection;
import org.statusevents.application.delivering.Replays;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.testkit.memory.StoredLane.StoredUpdate;
import org.statusevents.testkit.memory.StoredState.LaneKey;
import org.statusevents.testkit.memory.StoredState.StoredReplay;

final class InMemoryReplays implements Replays {
  private final InMemoryStorage storage;

  InMemoryReplays(InMemoryStorage storage) {
    this.storage = storage;
  }

  @Override
  public boolean isRemoved(StoreId store, ChannelId channel) {
    return storage.read(state ->
        state.channel(new ChannelKey(store, channel)).isEmpty()
            && state.versions.getOrDefault(store.value(), List.of()).stream()
                .anyMatch(version -> version.configuration().channel(channel).isPresent()));
  }

  @Override
  public Set<UpdateId> unknown(StoreId store, ChannelId channel, Set<UpdateId> updates) {
    return storage.read(state -> {
      Set<UpdateId> unknown = new HashSet<>(updates);
      lanes(state, store, channel)
          .flatMap(lane -> lane.updates().stream())
          .forEach(update -> unknown.remove(update.owed().id()));
      return unknown;
    });
  }

  @Override
  public List<LaneStart> find(
      StoreId store,
      ChannelId channel,
      ReplaySelection selection,
      Optional<OrderNumber> after,
      int lanesMax) {
    return storage.read(state ->
        lanes(state, store, channel)
            .filter(lane -> lane.key().order().value().compareTo(behind(after)) > 0)
            .sorted(Comparator.comparing(lane -> lane.key().order().value()))
            .flatMap(lane -> start(state, lane, selection))
            .limit(lanesMax)
            .toList());
  }

  private static String behind(Optional<OrderNumber> after) {
    return after.map(OrderNumber::value).orElse("");
  }

  private Stream<LaneStart> start(StoredState state, StoredLane lane, ReplaySelection selection) {
    OptionalLong first =
        lane.updates().stream()
            .filter(lane::isReplayable)
            .filter(update -> selects(state, lane, update, selection))
            .mapToLong(StoredUpdate::position)
            .min();
    return first.isPresent()
        ? Stream.of(new LaneStart(lane.key().order(), first.getAsLong()))
        : Stream.empty();
  }

  private boolean selects(
      StoredState state, StoredLane lane, StoredUpdate update, ReplaySelection selection) {
    return switch (selection) {
      case ReplaySelection.ById(Set<UpdateId> updates) -> updates.contains(update.owed().id());
      case ReplaySelection.ByFilter(var from, var to, var orders, var wanted) -> {
        Instant owedAt = update.owed().at();
        UpdateState now =
            lane.stateOf(update, InMemoryOrders.modeOf(state, lane.key()), storage.now());
        yield from.filter(owedAt::isBefore).isEmpty()
            && to.filter(end -> !owedAt.isBefore(end)).isEmpty()
            && (orders.isEmpty() || orders.contains(lane.key().order()))
            && wanted.filter(asked -> asked != now).isEmpty();
      }
    };
  }

  @Override
  public ReplayId begin(StoreId store, ChannelId channel, ReplaySelection selection, String actor) {
    return storage.write(state -> {
      ReplayId id = new ReplayId(UUID.randomUUID());
      state.replays.add(
          new StoredReplay(
              new ChannelKey(store, channel),
              new ReplayRecord(id, actor, storage.now(), selection, SetBack.NOTHING)));
      return id;
    });
  }

  @Override
  public SetBack setBack(StoreId store, ReplayId replay, ChannelId channel, List<LaneStart> lanes) {
    return storage.writeInTransaction(state -> {
      SetBack done = SetBack.NOTHING;
      for (LaneStart start : lanes) {
        LaneKey key = new LaneKey(store, channel, start.order());
        long updates =
            state
                .lane(key)
                .setBack(start.first(), InMemoryOrders.modeOf(state, key), storage.now());
        done = done.plus(new SetBack(updates > 0 ? 1 : 0, updates));
      }
      count(state, replay, done);
      return done;
    });
  }

  private static void count(StoredState state, ReplayId replay, SetBack more) {
    state.replays.replaceAll(stored -> {
      ReplayRecord record = stored.record();
      return record.id().equals(replay)
          ? new StoredReplay(
              stored.channel(),
              new ReplayRecord(
                  record.id(),
                  record.actor(),
                  record.at(),
                  record.selection(),
                  record.done().plus(more)))
          : stored;
    });
  }

  @Override
  public List<ReplayRecord> latest(StoreId store, ChannelId channel, int limit) {
    return storage.read(state ->
        state.replays.reversed().stream()
            .filter(stored -> stored.channel().equals(new ChannelKey(store, channel)))
            .map(StoredReplay::record)
            .limit(limit)
            .toList());
  }

  private static Stream<StoredLane> lanes(StoredState state, StoreId store, ChannelId channel) {
    return state.lanes.values().stream()
        .filter(lane -> lane.key().channelKey().equals(new ChannelKey(store, channel)));
  }
}
