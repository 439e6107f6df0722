package org.statusevents.domain.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.event.EventType;
import org.statusevents.domain.event.StandardEvent;
import org.statusevents.domain.event.StoreEvent;
import org.statusevents.domain.label.StatusLabels;
import org.statusevents.domain.order.Order;
import org.statusevents.domain.rule.RuleTable;

/// All that a store decided, as one immutable numbered version: 1 when the store is created, one
/// more with each change (R7). Every decision names the version it was made under.
public record StoreConfiguration(
    StoreId store,
    long version,
    StoreSettings settings,
    StatusLabels labels,
    List<StoreEvent> storeEvents,
    RuleTable rules,
    Map<ChannelId, Channel> channels) {
  public StoreConfiguration {
    storeEvents = List.copyOf(storeEvents);
    channels = Map.copyOf(channels);
  }

  /// Version 1 of a new store: settings, and nothing else yet.
  public static StoreConfiguration first(StoreId store, StoreSettings settings) {
    return new StoreConfiguration(
        store, 1, settings, StatusLabels.none(), List.of(), new RuleTable(1, Map.of()), Map.of());
  }

  /// The event of that key, standard or the store's own.
  public Optional<EventType> event(String key) {
    Optional<StandardEvent> standard = StandardEvent.find(key);
    if (standard.isPresent()) {
      return Optional.of(standard.get());
    }
    for (StoreEvent event : storeEvents) {
      if (event.key().equals(key)) {
        return Optional.of(event);
      }
    }
    return Optional.empty();
  }

  /// The standard events in the order of the table, then the store's own.
  public List<EventType> events() {
    List<EventType> events = new ArrayList<>(List.of(StandardEvent.values()));
    events.addAll(storeEvents);
    return events;
  }

  public Optional<Channel> channel(ChannelId id) {
    return Optional.ofNullable(channels.get(id));
  }

  /// The channels by id, for a stable order in answers.
  public List<Channel> channelsInOrder() {
    return List.copyOf(new TreeMap<>(channels).values());
  }

  /// The channels that take the order, by id: the one it names, or else every channel that is not
  /// bound, that is, named by other orders. Paused ones are among them.
  public List<Channel> channelsOf(Order order, Set<ChannelId> bound) {
    if (order.channel().isPresent()) {
      return channel(order.channel().get()).stream().toList();
    }
    if (channels.isEmpty()) {
      return List.of();
    }
    TreeMap<ChannelId, Channel> unbound = new TreeMap<>(channels);
    unbound.keySet().removeAll(bound);
    return List.copyOf(unbound.values());
  }

  StoreConfiguration next(
      StoreSettings newSettings,
      StatusLabels newLabels,
      List<StoreEvent> newEvents,
      RuleTable newRules,
      Map<ChannelId, Channel> newChannels) {
    return new StoreConfiguration(
        store, version + 1, newSettings, newLabels, newEvents, newRules, newChannels);
  }

  StoreConfiguration nextWithSettings(StoreSettings newSettings) {
    return next(newSettings, labels, storeEvents, rules, channels);
  }

  StoreConfiguration nextWithLabels(StatusLabels newLabels) {
    return next(settings, newLabels, storeEvents, rules, channels);
  }

  StoreConfiguration nextWithRules(RuleTable newRules) {
    return next(settings, labels, storeEvents, newRules, channels);
  }

  StoreConfiguration nextWithChannels(Map<ChannelId, Channel> newChannels) {
    return next(settings, labels, storeEvents, rules, newChannels);
  }
}
