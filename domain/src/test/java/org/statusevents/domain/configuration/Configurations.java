package org.statusevents.domain.configuration;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.channel.DeliveryMode;
import org.statusevents.domain.channel.LabelMapping;
import org.statusevents.domain.channel.LabelTarget;
import org.statusevents.domain.event.EventType;
import org.statusevents.domain.label.LabelKind;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.label.StatusLabel;
import org.statusevents.domain.rule.StatusRule;

/// Configurations and their parts, as tests need them.
final class Configurations {
  private Configurations() {}

  static StoreConfiguration empty() {
    return StoreConfiguration.first(new StoreId("main"), StoreSettings.defaults("Main"));
  }

  static StoreConfiguration with(ConfigurationChange... changes) {
    StoreConfiguration configuration = empty();
    for (ConfigurationChange change : changes) {
      configuration = changed(configuration, change);
    }
    return configuration;
  }

  static StoreConfiguration changed(StoreConfiguration current, ConfigurationChange change) {
    return switch (change.applyTo(current)) {
      case ChangeOutcome.Changed(StoreConfiguration next) -> next;
      case ChangeOutcome outcome -> throw new AssertionError("not changed: " + outcome);
    };
  }

  static LabelText text(String text) {
    return new LabelText(text);
  }

  static ConfigurationChange label(String text) {
    return new ConfigurationChange.SetLabel(StatusLabel.of(text, LabelKind.OTHER));
  }

  static ConfigurationChange archived(String text) {
    return new ConfigurationChange.SetLabel(
        new StatusLabel(
            text(text), LabelKind.OTHER, StatusLabel.COLOR_DEFAULT, Map.of(), false, true));
  }

  /// A row; a label that is none is `-`.
  static StatusRule row(EventType event, String itemLabel, String orderLabel, boolean notifies) {
    return new StatusRule(event, optional(itemLabel), optional(orderLabel), notifies);
  }

  static ConfigurationChange rule(
      EventType event, String itemLabel, String orderLabel, boolean notifies) {
    return new ConfigurationChange.SetRule(row(event, itemLabel, orderLabel, notifies));
  }

  private static Optional<LabelText> optional(String label) {
    return label.equals("-") ? Optional.empty() : Optional.of(text(label));
  }

  static Channel channel(String id) {
    return new Channel(
        new ChannelId(id),
        "webhook",
        URI.create("https://cart.example.org/hook"),
        Map.of(),
        LabelMapping.NONE,
        DeliveryMode.EVERY_EVENT,
        true);
  }

  /// The channel `web` with that label mapped to "shipped".
  static Channel mapping(String label) {
    return channel("web")
        .withLabelMapping(
            new LabelMapping(Map.of(text(label), new LabelTarget.CartStatus("shipped"))));
  }

  static ConfigurationChange set(Channel channel) {
    return new ConfigurationChange.SetChannel(channel);
  }
}
