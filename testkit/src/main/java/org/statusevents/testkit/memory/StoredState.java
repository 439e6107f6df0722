package org.statusevents.testkit.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.statusevents.application.access.AccessKeys.StoredKey;
import org.statusevents.application.channel.StoppedChannels.Away;
import org.statusevents.application.channel.StoppedChannels.Stop;
import org.statusevents.application.configuring.Configurations.ChangeRecord;
import org.statusevents.application.delivering.Lanes.ChannelKey;
import org.statusevents.application.delivering.Replays.ReplayRecord;
import org.statusevents.application.housekeeping.StoredMonth;
import org.statusevents.application.recording.LoadedOrders.StoredOperation;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.decision.AppliedEvent;
import org.statusevents.domain.event.OperationId;
import org.statusevents.domain.order.CustomerContact;
import org.statusevents.domain.order.Order;
import org.statusevents.domain.order.OrderNumber;

/// Everything stored. Values are immutable but for the lanes, so that a copy is a snapshot.
final class StoredState {
  final Map<String, List<StoredVersion>> versions = new TreeMap<>();
  final Map<ChannelKey, Instant> waits = new HashMap<>();
  final Map<ChannelKey, Stop> stops = new HashMap<>();
  final Map<ChannelKey, Away> away = new HashMap<>();
  final Map<ChannelKey, Map<String, String>> secrets = new HashMap<>();
  final Map<OperationKey, StoredOperation> operations = new HashMap<>();
  final Map<OrderKey, StoredOrder> orders = new LinkedHashMap<>();
  final Map<OrderKey, List<StoredEvent>> histories = new HashMap<>();
  final Map<UUID, StoredNode> nodes = new HashMap<>();
  final Map<LaneKey, StoredLane> lanes = new LinkedHashMap<>();
  final Map<String, StoredKey> keys = new TreeMap<>();
  final List<StoredReplay> replays = new ArrayList<>();
  final List<StoredMiss> misses = new ArrayList<>();

  /// Those that room was made for; there is room for all others too.
  final Set<StoredMonth> months = new HashSet<>();

  /// How often the channel's breaker opened in a row, 0 where it is closed; where it is open, the
  /// next try is at that time from now on.
  int tryNextAt(ChannelKey channel, UnaryOperator<Instant> time) {
    Away open =
        away.computeIfPresent(
            channel,
            (_, before) ->
                new Away(
                    before.since(),
                    before.openings(),
                    time.apply(before.nextTryAt()),
                    before.words()));
    return open == null ? 0 : open.openings();
  }

  StoredState copy() {
    StoredState copy = new StoredState();
    versions.forEach((store, list) -> copy.versions.put(store, new ArrayList<>(list)));
    copy.waits.putAll(waits);
    copy.stops.putAll(stops);
    copy.away.putAll(away);
    copy.secrets.putAll(secrets);
    copy.operations.putAll(operations);
    copy.orders.putAll(orders);
    histories.forEach((order, list) -> copy.histories.put(order, new ArrayList<>(list)));
    copy.nodes.putAll(nodes);
    lanes.forEach((key, lane) -> copy.lanes.put(key, lane.copy()));
    copy.keys.putAll(keys);
    copy.replays.addAll(replays);
    copy.misses.addAll(misses);
    copy.months.addAll(months);
    return copy;
  }

  Optional<StoreConfiguration> configuration(StoreId store) {
    List<StoredVersion> all = versions.getOrDefault(store.value(), List.of());
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast().configuration());
  }

  Optional<Channel> channel(ChannelKey key) {
    return configuration(key.store()).flatMap(current -> current.channel(key.channel()));
  }

  /// The lane, made where there is none yet.
  StoredLane lane(LaneKey key) {
    return lanes.computeIfAbsent(key, StoredLane::new);
  }

  record StoredVersion(StoreConfiguration configuration, ChangeRecord record) {}

  record OperationKey(StoreId store, OperationId operation) {}

  record OrderKey(StoreId store, OrderNumber order) {}

  record StoredOrder(
      Order order,
      String importFingerprint,
      CustomerContact contact,
      Instant importedAt,
      Instant changedAt) {
    /// The order's own time.
    Instant time() {
      return order.orderedAt().orElse(importedAt);
    }
  }

  record StoredEvent(
      AppliedEvent applied,
      OperationId operation,
      String source,
      String actor,
      Instant occurredAt,
      Instant recordedAt,
      long configurationVersion) {}

  record LaneKey(StoreId store, ChannelId channel, OrderNumber order) {
    ChannelKey channelKey() {
      return new ChannelKey(store, channel);
    }

    OrderKey orderKey() {
      return new OrderKey(store, order);
    }
  }

  record StoredReplay(ChannelKey channel, ReplayRecord record) {}

  record StoredNode(Instant seenAt, Instant steadySince) {}

  record StoredMiss(StoreId store, String orderNumber, String source, Instant at) {}
}
