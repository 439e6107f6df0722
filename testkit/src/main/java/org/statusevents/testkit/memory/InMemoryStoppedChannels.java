package org.statusevents.testkit.memory;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.statusevents.application.channel.StoppedChannels;
import org.statusevents.application.delivering.Lanes.ChannelKey;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreId;

final class InMemoryStoppedChannels implements StoppedChannels {
  private final InMemoryStorage storage;

  InMemoryStoppedChannels(InMemoryStorage storage) {
    this.storage = storage;
  }

  @Override
  public Map<ChannelId, Stop> in(StoreId store) {
    return storage.read(state -> in(store, state.stops));
  }

  @Override
  public Map<ChannelId, Away> away(StoreId store) {
    return storage.read(state -> in(store, state.away));
  }

  private static <T> Map<ChannelId, T> in(StoreId store, Map<ChannelKey, T> all) {
    return all.entrySet().stream()
        .filter(entry -> entry.getKey().store().equals(store))
        .collect(
            Collectors.toUnmodifiableMap(entry -> entry.getKey().channel(), Map.Entry::getValue));
  }

  @Override
  public void release(StoreId store, ChannelId channel) {
    ChannelKey key = new ChannelKey(store, channel);
    var _ =
        storage.write(state -> {
          var _ = state.stops.remove(key);
          return Optional.ofNullable(state.away.remove(key));
        });
  }
}
