package org.statusevents.adapters.persistence.configuring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.statusevents.adapters.persistence.session.CurrentSession;
import org.statusevents.application.configuring.Configurations;
import org.statusevents.application.transaction.ConcurrentChange;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.channel.DeliveryMode;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.configuration.StoreId;

/// Configuration versions in the database. They never change, so the last used ones are kept in
/// memory and only the number of the one in force is asked for each time (R6).
final class StoredConfigurations implements Configurations {
  private static final int VERSIONS_KEPT_MAX = 1_000;

  private final CurrentSession session;
  private final KeptVersions kept = new KeptVersions();

  StoredConfigurations(CurrentSession session) {
    this.session = session;
  }

  @Override
  public Optional<StoreConfiguration> current(StoreId store) {
    return session
        .with(ConfigurationMapper.class, mapper -> mapper.currentVersion(store.value()))
        .map(version -> known(store, version));
  }

  @Override
  public Optional<StoreConfiguration> currentForUpdate(StoreId store) {
    return session
        .with(ConfigurationMapper.class, mapper -> mapper.lockCurrentVersion(store.value()))
        .map(version -> known(store, version));
  }

  @Override
  public Optional<StoreConfiguration> version(StoreId store, long version) {
    VersionKey key = new VersionKey(store, version);
    Optional<StoreConfiguration> found = kept.find(key).or(() -> read(key));
    found.ifPresent(configuration -> kept.keep(key, configuration));
    return found;
  }

  /// See [ConfigurationVersions#version].
  StoreConfiguration known(StoreId store, long version) {
    return version(store, version)
        .orElseThrow(
            () -> new IllegalStateException("store " + store + " has no version " + version));
  }

  private Optional<StoreConfiguration> read(VersionKey key) {
    return session
        .with(
            ConfigurationMapper.class,
            mapper -> mapper.document(key.store().value(), key.version()))
        .map(document -> ConfigurationDocument.read(key.store(), key.version(), document));
  }

  @Override
  public List<StoreConfiguration> stores(Optional<StoreId> after, int limit) {
    return session
        .with(
            ConfigurationMapper.class,
            mapper -> mapper.stores(after.map(StoreId::value).orElse(""), limit))
        .stream()
        .map(row -> known(new StoreId(row.storeId()), row.currentVersion()))
        .toList();
  }

  @Override
  public void save(StoreConfiguration next, ChangeRecord record) {
    String store = next.store().value();
    List<Channel> channels = next.channelsInOrder();
    String[] ids = channels.stream().map(channel -> channel.id().value()).toArray(String[]::new);
    int stored =
        session.with(
            ConfigurationMapper.class,
            mapper -> {
              int advanced =
                  next.version() == 1
                      ? mapper.insertStore(store)
                      : mapper.advance(store, next.version());
              if (advanced != 1) {
                throw new ConcurrentChange("store " + store + " is of another version by now");
              }
              var _ =
                  mapper.keepChannels(
                      store,
                      ids,
                      channels.stream().map(Channel::enabled).toArray(Boolean[]::new),
                      channels.stream().map(StoredConfigurations::latest).toArray(Boolean[]::new));
              var _ = mapper.dropChannelsBut(store, ids);
              return mapper.insertVersion(
                  store,
                  next.version(),
                  ConfigurationDocument.write(next),
                  record.actor(),
                  record.at(),
                  record.summary());
            });
    if (stored != 1) {
      throw new IllegalStateException("versions stored: " + stored + " (expected: 1)");
    }
  }

  private static boolean latest(Channel channel) {
    return channel.deliver() == DeliveryMode.LATEST_STATE;
  }

  private record VersionKey(StoreId store, long version) {}

  /// The versions used last. Safe for many threads.
  private static final class KeptVersions {
    private final LinkedHashMap<VersionKey, StoreConfiguration> versions =
        LinkedHashMap.newLinkedHashMap(VERSIONS_KEPT_MAX);

    synchronized Optional<StoreConfiguration> find(VersionKey key) {
      return Optional.ofNullable(versions.get(key));
    }

    /// The one kept longest makes room; a version in use comes back with one read.
    synchronized void keep(VersionKey key, StoreConfiguration configuration) {
      if (versions.putIfAbsent(key, configuration) == null && versions.size() > VERSIONS_KEPT_MAX) {
        var _ = versions.pollFirstEntry();
      }
    }
  }
}
