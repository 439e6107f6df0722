package org.statusevents.application.access;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.statusevents.application.access.AccessKeys.StoredKey;

final class KeyRing implements Authenticate, ManageKeys {
  private static final byte[] NO_DIGEST = new byte[32];

  private final AccessKeys keys;
  private final InstantSource clock;
  private final RandomGenerator randomness;

  KeyRing(AccessKeys keys, InstantSource clock, RandomGenerator randomness) {
    this.keys = keys;
    this.clock = clock;
    this.randomness = randomness;
  }

  @Override
  public Authentication authenticate(String presentedKey) {
    Optional<KeyText> presented = KeyText.parse(presentedKey);
    if (presented.isEmpty()) {
      return new Authentication.Unknown();
    }
    Optional<StoredKey> stored = keys.find(presented.get().id());
    // Compared also when unknown, so that the time tells nothing of which ids exist.
    byte[] expected = stored.map(StoredKey::digest).orElse(NO_DIGEST);
    boolean right = MessageDigest.isEqual(expected, presented.get().digest());
    if (!right || stored.isEmpty()) {
      return new Authentication.Unknown();
    }
    AccessKey key = stored.get().key();
    boolean expired = key.expiresAt().filter(end -> !end.isAfter(clock.instant())).isPresent();
    return expired ? new Authentication.Expired() : new Authentication.Known(key);
  }

  @Override
  public MintedKey create(StoreScope scope, Role role, String name, Optional<Instant> expiresAt) {
    AccessKey.problemWithName(name)
        .ifPresent(problem -> {
          throw new IllegalArgumentException(problem);
        });
    KeyText text = KeyText.mint(randomness);
    AccessKey key = new AccessKey(text.id(), scope, role, name.strip(), clock.instant(), expiresAt);
    keys.add(key, text.digest());
    return new MintedKey(key, text.text());
  }

  @Override
  public List<AccessKey> list(StoreScope scope) {
    return keys.list(scope);
  }

  @Override
  public boolean delete(String id, StoreScope scope) {
    return keys.delete(id, scope);
  }
}
