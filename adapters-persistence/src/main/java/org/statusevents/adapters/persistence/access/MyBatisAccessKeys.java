package org.statusevents.adapters.persistence.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.statusevents.adapters.persistence.access.KeyMapper.KeyRow;
import org.statusevents.adapters.persistence.session.CurrentSession;
import org.statusevents.application.access.AccessKey;
import org.statusevents.application.access.AccessKeys;
import org.statusevents.application.access.Role;
import org.statusevents.application.access.StoreScope;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.text.PlainText;

/// Keys in the database. A key that was found is taken from memory for a few seconds, since every
/// request asks; so a key deleted on another node is refused here within that time.
final class MyBatisAccessKeys implements AccessKeys {
  private static final long KEPT_NANOS_MAX = Duration.ofSeconds(5).toNanos();
  private static final int KEPT_MAX = 1_000;

  private final CurrentSession session;
  private final LongSupplier nanos;
  private final LinkedHashMap<String, KeptKey> kept = new LinkedHashMap<>();

  MyBatisAccessKeys(CurrentSession session, LongSupplier nanos) {
    this.session = session;
    this.nanos = nanos;
  }

  @Override
  public void add(AccessKey key, byte[] digest) {
    int added =
        session.with(
            KeyMapper.class,
            mapper ->
                mapper.add(
                    new KeyRow(
                        key.id(),
                        storeOf(key.scope()),
                        key.role().name(),
                        key.name(),
                        digest,
                        key.createdAt(),
                        key.expiresAt().orElse(null))));
    if (added != 1) {
      throw new IllegalStateException("keys added: " + added + " (expected: 1)");
    }
  }

  @Override
  public Optional<StoredKey> find(String id) {
    Optional<StoredKey> remembered = remembered(id);
    if (remembered.isPresent() || isNoText(id)) {
      return remembered;
    }
    long askedAt = nanos.getAsLong();
    Optional<StoredKey> found =
        session
            .with(KeyMapper.class, mapper -> mapper.find(id))
            .map(row -> new StoredKey(key(row), row.digest()));
    found.ifPresent(key -> remember(id, key, askedAt));
    return found;
  }

  private synchronized Optional<StoredKey> remembered(String id) {
    return Optional.ofNullable(kept.get(id))
        .filter(key -> nanos.getAsLong() - key.askedAt() < KEPT_NANOS_MAX)
        .map(KeptKey::key);
  }

  private synchronized void remember(String id, StoredKey key, long askedAt) {
    var _ = kept.putLast(id, new KeptKey(key, askedAt));
    if (kept.size() > KEPT_MAX) {
      var _ = kept.pollFirstEntry();
    }
  }

  private synchronized void forget(String id) {
    var _ = kept.remove(id);
  }

  @Override
  public List<AccessKey> list(StoreScope scope) {
    return session.with(KeyMapper.class, mapper -> mapper.list(storeOf(scope))).stream()
        .map(MyBatisAccessKeys::key)
        .toList();
  }

  @Override
  public boolean delete(String id, StoreScope scope) {
    int deleted =
        isNoText(id)
            ? 0
            : session.with(KeyMapper.class, mapper -> mapper.delete(id, storeOf(scope)));
    if (deleted > 0) {
      forget(id);
    }
    return deleted > 0;
  }

  @Override
  public boolean isEmpty() {
    return session.with(KeyMapper.class, KeyMapper::isEmpty);
  }

  /// What the database would not even compare.
  private static boolean isNoText(String id) {
    return PlainText.problemWith(id).isPresent();
  }

  private static AccessKey key(KeyRow row) {
    StoreScope scope =
        Optional.ofNullable(row.storeId())
            .<StoreScope>map(store -> new StoreScope.OneStore(new StoreId(store)))
            .orElseGet(StoreScope.AllStores::new);
    return new AccessKey(
        row.keyId(),
        scope,
        Role.valueOf(row.role()),
        row.name(),
        row.createdAt(),
        Optional.ofNullable(row.expiresAt()));
  }

  private static @Nullable String storeOf(StoreScope scope) {
    return switch (scope) {
      case StoreScope.AllStores _ -> null;
      case StoreScope.OneStore(StoreId store) -> store.value();
    };
  }

  private record KeptKey(StoredKey key, long askedAt) {}
}
