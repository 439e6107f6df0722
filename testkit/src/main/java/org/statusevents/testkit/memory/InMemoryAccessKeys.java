package org.statusevents.testkit.memory;

import java.util.List;
import java.util.Optional;
import org.statusevents.application.access.AccessKey;
import org.statusevents.application.access.AccessKeys;
import org.statusevents.application.access.StoreScope;

final class InMemoryAccessKeys implements AccessKeys {
  private final InMemoryStorage storage;

  InMemoryAccessKeys(InMemoryStorage storage) {
    this.storage = storage;
  }

  @Override
  public void add(AccessKey key, byte[] digest) {
    var _ = storage.write(state -> state.keys.put(key.id(), new StoredKey(key, digest.clone())));
  }

  @Override
  public Optional<StoredKey> find(String id) {
    return storage.read(state -> Optional.ofNullable(state.keys.get(id)));
  }

  @Override
  public List<AccessKey> list(StoreScope scope) {
    return storage.read(state ->
        state.keys.values().stream()
            .map(StoredKey::key)
            .filter(key -> within(scope, key))
            .toList());
  }

  @Override
  public boolean delete(String id, StoreScope scope) {
    return storage.write(state -> {
      boolean there =
          Optional.ofNullable(state.keys.get(id))
              .filter(stored -> within(scope, stored.key()))
              .isPresent();
      return there && state.keys.remove(id) != null;
    });
  }

  @Override
  public boolean isEmpty() {
    return storage.read(state -> state.keys.isEmpty());
  }

  private static boolean within(StoreScope scope, AccessKey key) {
    return switch (scope) {
      case StoreScope.AllStores _ -> true;
      case StoreScope.OneStore one -> key.scope().equals(one);
    };
  }
}
