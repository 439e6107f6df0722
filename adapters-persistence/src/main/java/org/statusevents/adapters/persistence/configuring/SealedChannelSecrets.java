package org.statusevents.adapters.persistence.configuring;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.statusevents.adapters.persistence.configuring.SecretMapper.SecretRow;
import org.statusevents.adapters.persistence.document.Json;
import org.statusevents.adapters.persistence.session.CurrentSession;
import org.statusevents.application.configuring.ChannelSecrets;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreId;

/// All secrets of a channel as one sealed document; the names stand beside it in clear.
final class SealedChannelSecrets implements ChannelSecrets {
  private final CurrentSession session;
  private final SecretSeal seal;

  SealedChannelSecrets(CurrentSession session, SecretSeal seal) {
    this.session = session;
    this.seal = seal;
  }

  @Override
  public Map<String, String> read(StoreId store, ChannelId channel) {
    Optional<SecretRow> row = find(store, channel);
    if (row.isEmpty()) {
      return Map.of();
    }
    String text = seal.open(row.get().sealed(), row.get().keyId(), place(store, channel));
    Map<String, String> secrets = new HashMap<>();
    Json.read(text)
        .properties()
        .forEach(entry -> secrets.put(entry.getKey(), entry.getValue().textValue()));
    return secrets;
  }

  @Override
  public Set<String> names(StoreId store, ChannelId channel) {
    return find(store, channel).map(row -> Set.of(row.names())).orElse(Set.of());
  }

  private Optional<SecretRow> find(StoreId store, ChannelId channel) {
    return session.with(SecretMapper.class, mapper -> mapper.find(store.value(), channel.value()));
  }

  @Override
  public void write(StoreId store, ChannelId channel, Map<String, String> secrets) {
    ObjectNode document = Json.object();
    new TreeMap<>(secrets).forEach(document::put);
    byte[] sealed = seal.seal(Json.write(document), place(store, channel));
    int written =
        session.with(
            SecretMapper.class,
            mapper ->
                mapper.write(
                    store.value(),
                    channel.value(),
                    seal.currentKeyId(),
                    secrets.keySet().toArray(String[]::new),
                    sealed));
    if (written != 1) {
      throw new IllegalStateException("secrets written: " + written + " (expected: 1)");
    }
  }

  private static String place(StoreId store, ChannelId channel) {
    return "channel " + store + "/" + channel;
  }
}
