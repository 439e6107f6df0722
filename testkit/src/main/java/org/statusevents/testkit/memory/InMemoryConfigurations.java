package org.statusevents.testkit.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.statusevents.application.configuring.Configurations;
import org.statusevents.application.transaction.ConcurrentChange;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.testkit.memory.StoredState.StoredVersion;

final class InMemoryConfigurations implements Configurations {
  private final InMemoryStorage storage;

  InMemoryConfigurations(InMemoryStorage storage) {
    this.storage = storage;
  }

  @Override
  public Optional<StoreConfiguration> current(StoreId store) {
    return storage.read(state -> state.configuration(store));
  }

  @Override
  public Optional<StoreConfiguration> currentForUpdate(StoreId store) {
    return storage.writeInTransaction(state -> state.configuration(store));
  }

  @Override
  public Optional<StoreConfiguration> version(StoreId store, long version) {
    return storage.read(state ->
        state.versions.getOrDefault(store.value(), List.of()).stream()
            .map(StoredVersion::configuration)
            .filter(configuration -> configuration.version() == version)
            .findFirst());
  }

  @Override
  public List<StoreConfiguration> stores(Optional<StoreId> after, int limit) {
    return storage.read(state ->
        state.versions.entrySet().stream()
            .filter(entry -> after.isEmpty() || entry.getKey().compareTo(after.get().value()) > 0)
            .limit(limit)
            .map(entry -> entry.getValue().getLast().configuration())
            .toList());
  }

  @Override
  public void save(StoreConfiguration next, ChangeRecord record) {
    var _ =
        storage.writeInTransaction(state -> {
          long inForce =
              state.configuration(next.store()).map(StoreConfiguration::version).orElse(0L);
          if (next.version() != inForce + 1) {
            throw new ConcurrentChange(
                "store " + next.store() + " is at version " + inForce + ", not " + next.version());
          }
          state
              .versions
              .computeIfAbsent(next.store().value(), _ -> new ArrayList<>())
              .add(new StoredVersion(next, record));
          for (StoredLane lane : state.lanes.values()) {
            boolean removed =
                lane.key().store().equals(next.store())
                    && next.channel(lane.key().channel()).isEmpty();
            if (removed) {
              lane.discardAll("channel removed");
            }
          }
          return next;
        });
  }
}
