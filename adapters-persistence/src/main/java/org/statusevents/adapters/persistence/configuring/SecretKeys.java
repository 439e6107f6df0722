package org.statusevents.adapters.persistence.configuring;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The keys that seal channel secrets, by id: 32 bytes each. New secrets are sealed with the
/// current one; those sealed with older keys can still be opened.
public record SecretKeys(String currentId, Map<String, byte[]> keys) {
  private static final int KEY_BYTES = 32;

  public SecretKeys {
    keys = new HashMap<>(keys);
    if (!keys.containsKey(currentId)) {
      throw new IllegalArgumentException("secret keys: none is called \"" + currentId + "\"");
    }
    keys.forEach((id, key) -> {
      if (key.length != KEY_BYTES) {
        throw new IllegalArgumentException(
            "secret key \"" + id + "\": " + key.length + " bytes (expected: 32)");
      }
    });
  }

  Optional<byte[]> key(String id) {
    return Optional.ofNullable(keys.get(id));
  }

  /// Says nothing of the keys.
  @Override
  public String toString() {
    return "SecretKeys[" + keys.keySet() + "]";
  }
}
