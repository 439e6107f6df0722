package org.statusevents.application.access;

import java.util.List;
import java.util.Optional;

/// The stored keys; of the secrets only SHA-256 digests.
public interface AccessKeys {

  void add(AccessKey key, byte[] digest);

  Optional<StoredKey> find(String id);

  /// By id, for a scope's holder: all keys, or those of its store.
  List<AccessKey> list(StoreScope scope);

  /// True when there was such a key within the scope; it is refused from then on, on every node,
  /// within 5 seconds.
  boolean delete(String id, StoreScope scope);

  boolean isEmpty();

  /// A key with the digest of its secret. Never compared as a whole, so the array does no harm.
  @SuppressWarnings("ArrayRecordComponent")
  record StoredKey(AccessKey key, byte[] digest) {}
}
