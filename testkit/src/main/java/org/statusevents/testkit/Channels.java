package org.statusevents.testkit;

import java.net.URI;
import java.util.Map;
import org.statusevents.domain.channel.Capabilities;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.channel.DeliveryMode;
import org.statusevents.domain.channel.LabelMapping;

/// Channels of the adapter [#ADAPTER], which can do everything.
public final class Channels {
  public static final String ADAPTER = "fake";
  public static final Capabilities CAPABILITIES =
      new Capabilities(true, false, true, DeliveryMode.EVERY_EVENT);

  private Channels() {}

  public static Channel everyEvent(String id) {
    return channel(id, DeliveryMode.EVERY_EVENT);
  }

  public static Channel latestState(String id) {
    return channel(id, DeliveryMode.LATEST_STATE);
  }

  private static Channel channel(String id, DeliveryMode mode) {
    return new Channel(
        new ChannelId(id),
        ADAPTER,
        URI.create("https://receiver.example/" + id),
        Map.of(),
        LabelMapping.NONE,
        mode,
        true);
  }

  public static Channel paused(Channel channel) {
    return new Channel(
        channel.id(),
        channel.adapter(),
        channel.url(),
        channel.settings(),
        channel.labelMapping(),
        channel.deliver(),
        false);
  }

  public static Channel withUrl(Channel channel, URI url) {
    return new Channel(
        channel.id(),
        channel.adapter(),
        url,
        channel.settings(),
        channel.labelMapping(),
        channel.deliver(),
        channel.enabled());
  }
}
