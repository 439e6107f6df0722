package org.statusevents.adapters.rest.configuring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.statusevents.application.channel.StoppedChannels;
import org.statusevents.application.channel.StoppedChannels.Away;
import org.statusevents.application.channel.StoppedChannels.Stop;
import org.statusevents.application.configuring.ChannelSecrets;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.channel.LabelTarget;
import org.statusevents.domain.configuration.StoreId;

/// Channels as the API shows them: of secrets the names alone, and whether one is stopped or its
/// receiver away.
public final class ChannelDocuments {
  private final ChannelSecrets secrets;
  private final StoppedChannels stoppedChannels;

  public ChannelDocuments(ChannelSecrets secrets, StoppedChannels stoppedChannels) {
    this.secrets = secrets;
    this.stoppedChannels = stoppedChannels;
  }

  /// Shows channels of the store as they stand now.
  Function<Channel, JsonNode> of(StoreId store) {
    Map<ChannelId, Stop> stopped = stoppedChannels.in(store);
    Map<ChannelId, Away> away = stoppedChannels.away(store);
    return channel ->
        json(store, channel)
            .<ObjectNode>set("stopped", json(stopped.get(channel.id())))
            .set("away", json(away.get(channel.id())));
  }

  private static JsonNode json(@Nullable Stop stop) {
    return stop == null
        ? NullNode.getInstance()
        : JsonNodeFactory.instance
            .objectNode()
            .put("since", stop.since().toString())
            .put("words", stop.words());
  }

  private static JsonNode json(@Nullable Away away) {
    return away == null
        ? NullNode.getInstance()
        : JsonNodeFactory.instance
            .objectNode()
            .put("since", away.since().toString())
            .put("openings", away.openings())
            .put("nextTryAt", away.nextTryAt().toString())
            .put("words", away.words());
  }

  private ObjectNode json(StoreId store, Channel channel) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", channel.id().value())
            .put("adapter", channel.adapter())
            .put("url", channel.url().toString());
    ObjectNode settings = json.putObject("settings");
    new TreeMap<>(channel.settings()).forEach(settings::put);
    ArrayNode secretsSet = json.putArray("secretsSet");
    new TreeSet<>(secrets.names(store, channel.id())).forEach(secretsSet::add);
    ObjectNode mapping = json.putObject("labelMapping");
    channel.labelMapping().targets().entrySet().stream()
        .sorted((a, b) -> a.getKey().value().compareTo(b.getKey().value()))
        .forEach(entry ->
            mapping.set(
                entry.getKey().value(),
                switch (entry.getValue()) {
                  case LabelTarget.CartStatus(String text) -> TextNode.valueOf(text);
                  case LabelTarget.DoNotSend _ -> NullNode.getInstance();
                }));
    return json.put("deliver", channel.deliver().name()).put("enabled", channel.enabled());
  }
}
