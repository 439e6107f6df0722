package org.statusevents.adapters.persistence.configuring;

import static org.statusevents.adapters.persistence.document.Json.list;
import static org.statusevents.adapters.persistence.document.Json.required;
import static org.statusevents.adapters.persistence.document.Json.requiredText;
import static org.statusevents.adapters.persistence.document.Json.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.statusevents.adapters.persistence.document.Json;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.channel.DeliveryMode;
import org.statusevents.domain.channel.LabelMapping;
import org.statusevents.domain.channel.LabelTarget;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.configuration.StoreSettings;
import org.statusevents.domain.configuration.UpdateMode;
import org.statusevents.domain.event.EventScope;
import org.statusevents.domain.event.EventType;
import org.statusevents.domain.event.StandardEvent;
import org.statusevents.domain.event.StoreEvent;
import org.statusevents.domain.label.LabelKind;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.label.StatusLabel;
import org.statusevents.domain.label.StatusLabels;
import org.statusevents.domain.rule.RuleTable;
import org.statusevents.domain.rule.StatusRule;

/// A configuration version as stored. `format` tells later releases how to read it.
final class ConfigurationDocument {
  private static final int FORMAT = 1;

  private ConfigurationDocument() {}

  static JsonNode write(StoreConfiguration configuration) {
    ObjectNode document = Json.object().put("format", FORMAT);
    document.set("settings", settings(configuration.settings()));
    document.set("labels", Json.array(configuration.labels().all(), ConfigurationDocument::label));
    document.set("events", Json.array(configuration.storeEvents(), ConfigurationDocument::event));
    document.put("rulesVersion", configuration.rules().version());
    document.set(
        "rules",
        Json.array(
            configuration.events().stream()
                .filter(configuration.rules().rows()::containsKey)
                .map(configuration.rules()::rule)
                .toList(),
            ConfigurationDocument::rule));
    document.set(
        "channels", Json.array(configuration.channelsInOrder(), ConfigurationDocument::channel));
    return document;
  }

  static StoreConfiguration read(StoreId store, long version, JsonNode document) {
    int format = required(document, "format").intValue();
    if (format != FORMAT) {
      throw new IllegalStateException(
          "configuration "
              + version
              + " of "
              + store
              + " has format "
              + format
              + " (expected: "
              + FORMAT
              + ")");
    }
    List<StoreEvent> events = list(required(document, "events"), ConfigurationDocument::readEvent);
    Map<String, EventType> byKey =
        events.stream().collect(Collectors.toMap(StoreEvent::key, Function.identity()));
    List<StatusRule> rules = list(required(document, "rules"), row -> readRule(row, byKey));
    return new StoreConfiguration(
        store,
        version,
        readSettings(required(document, "settings")),
        new StatusLabels(list(required(document, "labels"), ConfigurationDocument::readLabel)),
        events,
        RuleTable.of(required(document, "rulesVersion").longValue(), rules),
        list(required(document, "channels"), ConfigurationDocument::readChannel).stream()
            .collect(Collectors.toMap(Channel::id, Function.identity())));
  }

  private static JsonNode settings(StoreSettings settings) {
    return Json.object()
        .put("name", settings.name())
        .put("timeZone", settings.timeZone().getId())
        .put("statusUpdatesEnabled", settings.statusUpdatesEnabled())
        .put("updateMode", settings.updateMode().name())
        .put("relabelClosedLines", settings.relabelClosedLines())
        .put("sendToOrderStatusSystem", settings.sendToOrderStatusSystem());
  }

  private static StoreSettings readSettings(JsonNode settings) {
    return new StoreSettings(
        requiredText(settings, "name"),
        ZoneId.of(requiredText(settings, "timeZone")),
        flag(settings, "statusUpdatesEnabled"),
        UpdateMode.valueOf(requiredText(settings, "updateMode")),
        flag(settings, "relabelClosedLines"),
        flag(settings, "sendToOrderStatusSystem"));
  }

  private static JsonNode label(StatusLabel label) {
    ObjectNode written =
        Json.object()
            .put("text", label.text().value())
            .put("kind", label.kind().name())
            .put("color", label.color())
            .put("hidden", label.hidden())
            .put("archived", label.archived());
    written.set("publicText", texts(label.publicText()));
    return written;
  }

  private static StatusLabel readLabel(JsonNode label) {
    return new StatusLabel(
        new LabelText(requiredText(label, "text")),
        LabelKind.valueOf(requiredText(label, "kind")),
        requiredText(label, "color"),
        readTexts(required(label, "publicText")),
        flag(label, "hidden"),
        flag(label, "archived"));
  }

  private static JsonNode event(StoreEvent event) {
    return Json.object()
        .put("key", event.key())
        .put("name", event.displayName())
        .put("scope", event.scope().name())
        .put("description", event.description());
  }

  private static StoreEvent readEvent(JsonNode event) {
    return new StoreEvent(
        requiredText(event, "key"),
        requiredText(event, "name"),
        EventScope.valueOf(requiredText(event, "scope")),
        requiredText(event, "description"));
  }

  private static JsonNode rule(StatusRule rule) {
    ObjectNode written =
        Json.object().put("event", rule.event().key()).put("notify", rule.notifies());
    Json.putText(written, "itemLabel", rule.itemLabel());
    Json.putText(written, "orderLabel", rule.orderLabel());
    return written;
  }

  private static StatusRule readRule(JsonNode rule, Map<String, EventType> storeEvents) {
    String key = requiredText(rule, "event");
    Optional<EventType> standard = StandardEvent.find(key).map(Function.identity());
    EventType event =
        standard
            .or(() -> Optional.ofNullable(storeEvents.get(key)))
            .orElseThrow(() -> new IllegalStateException("a stored rule of no event: " + key));
    return new StatusRule(
        event,
        text(rule, "itemLabel", LabelText::new),
        text(rule, "orderLabel", LabelText::new),
        flag(rule, "notify"));
  }

  private static JsonNode channel(Channel channel) {
    ObjectNode written =
        Json.object()
            .put("id", channel.id().value())
            .put("adapter", channel.adapter())
            .put("url", channel.url().toString())
            .put("deliver", channel.deliver().name())
            .put("enabled", channel.enabled());
    written.set("settings", texts(channel.settings()));
    ObjectNode mapping = written.putObject("labelMapping");
    channel.labelMapping().targets().forEach((label, target) -> put(mapping, label, target));
    return written;
  }

  private static void put(ObjectNode mapping, LabelText label, LabelTarget target) {
    switch (target) {
      case LabelTarget.CartStatus(String text) -> mapping.put(label.value(), text);
      case LabelTarget.DoNotSend _ -> mapping.putNull(label.value());
    }
  }

  private static Channel readChannel(JsonNode channel) {
    Map<LabelText, LabelTarget> targets = new HashMap<>();
    required(channel, "labelMapping")
        .properties()
        .forEach(entry ->
            targets.put(
                new LabelText(entry.getKey()),
                entry.getValue().isNull()
                    ? new LabelTarget.DoNotSend()
                    : new LabelTarget.CartStatus(entry.getValue().textValue())));
    return new Channel(
        new ChannelId(requiredText(channel, "id")),
        requiredText(channel, "adapter"),
        URI.create(requiredText(channel, "url")),
        readTexts(required(channel, "settings")),
        new LabelMapping(targets),
        DeliveryMode.valueOf(requiredText(channel, "deliver")),
        flag(channel, "enabled"));
  }

  private static ObjectNode texts(Map<String, String> texts) {
    ObjectNode written = Json.object();
    new TreeMap<>(texts).forEach(written::put);
    return written;
  }

  private static Map<String, String> readTexts(JsonNode texts) {
    Map<String, String> read = new HashMap<>();
    texts.properties().forEach(entry -> read.put(entry.getKey(), entry.getValue().textValue()));
    return read;
  }

  private static boolean flag(JsonNode object, String name) {
    return required(object, name).booleanValue();
  }
}
