package org.statusevents.application.channel;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.statusevents.domain.channel.Capabilities;

/// The adapters at hand, by name; fixed while the service runs. A fault of one is an answer of it:
/// that its receiver is not available.
public final class CartChannels implements ChannelAbilities {
  private final Map<String, CartChannel> byAdapter = new TreeMap<>();
  private final Map<String, Capabilities> capabilities;

  public CartChannels(Collection<CartChannel> channels) {
    for (CartChannel channel : channels) {
      if (byAdapter.put(channel.adapter(), new ContainedChannel(channel)) != null) {
        throw new IllegalArgumentException("two adapters are called \"" + channel.adapter() + "\"");
      }
    }
    capabilities =
        byAdapter.values().stream()
            .collect(Collectors.toUnmodifiableMap(CartChannel::adapter, CartChannel::capabilities));
  }

  public Optional<CartChannel> find(String adapter) {
    return Optional.ofNullable(byAdapter.get(adapter));
  }

  /// The names in alphabetical order, joined for people.
  public String names() {
    return String.join(", ", byAdapter.keySet());
  }

  @Override
  public Map<String, Capabilities> byAdapter() {
    return capabilities;
  }
}
