package org.statusevents.testkit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.DefaultConfiguration;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.configuration.StoreSettings;
import org.statusevents.domain.event.EventType;
import org.statusevents.domain.label.StatusLabels;
import org.statusevents.domain.rule.RuleTable;
import org.statusevents.domain.rule.StatusRule;

/// Stores, and their configurations as of version 1.
public final class Stores {
  public static final StoreId SHOP = new StoreId("shop");
  public static final StoreId OTHER = new StoreId("other-shop");

  private Stores() {}

  /// A store with the default labels and rules and the given channels.
  public static StoreConfiguration withDefaults(StoreId store, Channel... channels) {
    Map<ChannelId, Channel> byId = new HashMap<>();
    for (Channel channel : channels) {
      byId.put(channel.id(), channel);
    }
    return new StoreConfiguration(
        store,
        1,
        StoreSettings.defaults("The " + store),
        new StatusLabels(DefaultConfiguration.LABELS),
        List.of(),
        RuleTable.of(1, DefaultConfiguration.RULES),
        byId);
  }

  /// `configuration` with other settings and the number it has.
  public static StoreConfiguration withSettings(
      StoreConfiguration configuration, StoreSettings settings) {
    return new StoreConfiguration(
        configuration.store(),
        configuration.version(),
        settings,
        configuration.labels(),
        configuration.storeEvents(),
        configuration.rules(),
        configuration.channels());
  }

  /// `configuration` with these rows in place of its own for their events, and the number it has.
  public static StoreConfiguration withRules(
      StoreConfiguration configuration, StatusRule... rules) {
    Map<EventType, StatusRule> rows = new HashMap<>(configuration.rules().rows());
    for (StatusRule rule : rules) {
      rows.put(rule.event(), rule);
    }
    return new StoreConfiguration(
        configuration.store(),
        configuration.version(),
        configuration.settings(),
        configuration.labels(),
        configuration.storeEvents(),
        new RuleTable(configuration.rules().version(), rows),
        configuration.channels());
  }
}
