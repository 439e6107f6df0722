package org.statusevents.adapters.persistence.configuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What a sealed text opens with, and what not.
final class SecretSealTest {
  private static final String SECRET = "{\"password\":\"hunter2\"}";
  private static final String HERE = "channel shop/web";

  private static byte[] key(int seed) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) seed);
    return key;
  }

  private static SecretSeal seal(String currentId, Map<String, byte[]> keys) {
    return new SecretSeal(new SecretKeys(currentId, keys));
  }

  private final SecretSeal old = seal("k1", Map.of("k1", key(1)));

  private static void assertDoesNotOpen(SecretSeal seal, byte[] sealed, String id, String place) {
    assertThatThrownBy(() -> seal.open(sealed, id, place))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(place)
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void whatAnOlderKeySealedOpensWhileThatKeyIsKept() {
    byte[] sealed = old.seal(SECRET, HERE);
    SecretSeal rotated = seal("k2", Map.of("k1", key(1), "k2", key(2)));

    assertThat(rotated.open(sealed, "k1", HERE)).isEqualTo(SECRET);
    assertThat(rotated.currentKeyId()).isEqualTo("k2");
    assertThat(rotated.open(rotated.seal(SECRET, HERE), "k2", HERE)).isEqualTo(SECRET);
  }

  @Test
  void whatWasSealedWithAnotherKeyDoesNotOpen() {
    byte[] sealed = old.seal(SECRET, HERE);

    assertDoesNotOpen(seal("k2", Map.of("k2", key(2))), sealed, "k1", HERE);
    assertDoesNotOpen(seal("k1", Map.of("k1", key(2))), sealed, "k1", HERE);
    assertDoesNotOpen(seal("k2", Map.of("k1", key(1), "k2", key(2))), sealed, "k2", HERE);
  }

  @Test
  void whatWasSealedForAnotherStoreOrChannelDoesNotOpen() {
    byte[] sealed = old.seal(SECRET, HERE);

    for (String place : new String[] {"channel other/web", "channel shop/zoo", ""}) {
      assertDoesNotOpen(old, sealed, "k1", place);
    }
  }

  @Test
  void whatWasTamperedWithDoesNotOpen() {
    byte[] sealed = old.seal(SECRET, HERE);
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertDoesNotOpen(old, changed, "k1", HERE);
    }
    assertDoesNotOpen(old, Arrays.copyOf(sealed, sealed.length - 1), "k1", HERE);
  }

  @Test
  void theSameTextIsNeverSealedAlike() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      assertThat(seen.add(Arrays.toString(old.seal(SECRET, HERE)))).isTrue();
    }
  }

  @Test
  void keysAreThirtyTwoBytesAndTheCurrentOneIsAmongThem() {
    assertThatThrownBy(() -> new SecretKeys("k1", Map.of("k1", new byte[16])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected: 32");
    assertThatThrownBy(() -> new SecretKeys("k2", Map.of("k1", key(1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("k2");
    assertThat(new SecretKeys("k1", Map.of("k1", key(1))).toString()).isEqualTo("SecretKeys[[k1]]");
  }
}
