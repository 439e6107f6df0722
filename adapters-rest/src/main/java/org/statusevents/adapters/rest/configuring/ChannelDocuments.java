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
import org.statusevents.application.channel.StoppedChannels;
import org.statusevents.application.channel.StoppedChannels.Stop;
import org.statusevents.application.configuring.ChannelSecrets;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.channel.LabelTarget;
import org.statusevents.domain.configuration.StoreId;

/// Channels as the API shows them: of secrets the names alone, and whether one is stopped.
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
    return channel -> {
      ObjectNode json = json(store, channel);
      Stop stop = stopped.get(channel.id());
      if (stop == null) {
        return json.putNull("stopped");
      }
      json.putObject("stopped").put("since", stop.since().toString()).put("words", stop.words());
      return json;
    };
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
