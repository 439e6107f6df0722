package org.statusevents.application.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Makes, lists and deletes keys.
public interface ManageKeys {

  /// Makes a key; its secret is in the answer and nowhere else. The name, without blanks around it,
  /// must be one that [AccessKey#problemWithName] finds nothing wrong with; else throws
  /// [IllegalArgumentException].
  MintedKey create(StoreScope scope, Role role, String name, Optional<Instant> expiresAt);

  /// The keys within `scope`, by id.
  List<AccessKey> list(StoreScope scope);

  /// True when the key was there, within `scope`, and is no longer.
  boolean delete(String id, StoreScope scope);

  /// A new key: what is stored of it, and the text to present, shown once.
  record MintedKey(AccessKey key, String text) {
    @Override
    public String toString() {
      return "MintedKey[" + key.id() + "]";
    }
  }
}
