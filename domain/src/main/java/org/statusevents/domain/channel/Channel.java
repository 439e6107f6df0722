package org.statusevents.domain.channel;

import java.net.URI;
import java.util.Map;

/// A configured receiver of a store's updates. `settings` are the adapter's own and hold no
/// secrets; secrets are kept apart and read at send time (R44). A channel that is not enabled is
/// paused.
public record Channel(
    ChannelId id,
    String adapter,
    URI url,
    Map<String, String> settings,
    LabelMapping labelMapping,
    DeliveryMode deliver,
    boolean enabled) {
  public Channel {
    settings = Map.copyOf(settings);
  }

  public Channel withDeliver(DeliveryMode mode) {
    return new Channel(id, adapter, url, settings, labelMapping, mode, enabled);
  }

  public Channel withLabelMapping(LabelMapping mapping) {
    return new Channel(id, adapter, url, settings, mapping, deliver, enabled);
  }
}
