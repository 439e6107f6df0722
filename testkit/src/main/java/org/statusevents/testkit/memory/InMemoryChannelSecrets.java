package org.statusevents.testkit.memory;

import java.util.Map;
import java.util.Set;
import org.statusevents.application.configuring.ChannelSecrets;
import org.statusevents.application.delivering.Lanes.ChannelKey;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreId;

final class InMemoryChannelSecrets implements ChannelSecrets {
  private final InMemoryStorage storage;

  InMemoryChannelSecrets(InMemoryStorage storage) {
    this.storage = storage;
  }

  @Override
  public Map<String, String> read(StoreId store, ChannelId channel) {
    return storage.read(
        state -> state.secrets.getOrDefault(new ChannelKey(store, channel), Map.of()));
  }

  @Override
  public Set<String> names(StoreId store, ChannelId channel) {
    return read(store, channel).keySet();
  }

  @Override
  public void write(StoreId store, ChannelId channel, Map<String, String> secrets) {
    var _ =
        storage.write(
            state -> state.secrets.put(new ChannelKey(store, channel), Map.copyOf(secrets)));
  }
}
