package org.statusevents.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.statusevents.application.access.AccessKey;
import org.statusevents.application.access.AccessKeys;
import org.statusevents.application.access.AccessKeys.StoredKey;
import org.statusevents.application.access.Role;
import org.statusevents.application.access.StoreScope;
import org.statusevents.testkit.ManualClock;
import org.statusevents.testkit.Stores;

/// What [AccessKeys] promises. The storage is empty when a test begins.
public interface AccessKeysContract {
  StoreScope ALL = new StoreScope.AllStores();
  StoreScope OF_SHOP = new StoreScope.OneStore(Stores.SHOP);
  StoreScope OF_OTHER = new StoreScope.OneStore(Stores.OTHER);

  AccessKeys accessKeys();

  private static AccessKey key(String id, StoreScope scope) {
    return new AccessKey(
        id, scope, Role.CONFIGURE, "Key " + id, ManualClock.START, Optional.empty());
  }

  private static byte[] digest(int seed) {
    byte[] digest = new byte[32];
    Arrays.fill(digest, (byte) seed);
    return digest;
  }

  private void add(String id, StoreScope scope) {
    accessKeys().add(key(id, scope), digest(1));
  }

  @Test
  default void aKeyIsFoundByItsIdWithItsDigest() {
    AccessKey forEver = key("AAAAAAAAAAAA", ALL);
    AccessKey forADay =
        new AccessKey(
            "aaaaaaaaaaaa",
            OF_SHOP,
            Role.INGEST,
            "Söhne \"& Co\"",
            ManualClock.START,
            Optional.of(ManualClock.START.plus(Duration.ofDays(1))));
    accessKeys().add(forEver, digest(0xfe));
    accessKeys().add(forADay, digest(2));

    Optional<StoredKey> first = accessKeys().find("AAAAAAAAAAAA");
    Optional<StoredKey> second = accessKeys().find("aaaaaaaaaaaa");

    assertThat(first.map(StoredKey::key)).contains(forEver);
    assertThat(first.orElseThrow().digest()).isEqualTo(digest(0xfe));
    assertThat(second.map(StoredKey::key)).contains(forADay);
    assertThat(second.orElseThrow().digest()).isEqualTo(digest(2));
  }

  @Test
  default void anIdThatNobodyHasFindsNothing() {
    add("AAAAAAAAAAAA", ALL);

    assertThat(accessKeys().find("AAAAAAAAAAAB")).isEmpty();
    assertThat(accessKeys().find("")).isEmpty();
    assertThat(accessKeys().find("%")).isEmpty();
  }

  @Test
  default void anIdThatNoDatabaseWouldTakeFindsAndDeletesNothing() {
    add("AAAAAAAAAAAA", ALL);

    for (String id : new String[] {"\0", "AAAAAAAAAAAA\0", "\ud800", "A".repeat(100_000)}) {
      assertThat(accessKeys().find(id)).isEmpty();
      assertThat(accessKeys().delete(id, ALL)).isFalse();
    }
    assertThat(accessKeys().list(ALL)).hasSize(1);
  }

  @Test
  default void aKeyIsFoundByNothingButItsOwnId() {
    add("AAAAAAAAAAAA", OF_SHOP);

    for (String id :
        new String[] {"aaaaaaaaaaaa", "AAAAAAAAAAAA ", "AAAAAAAAAAA", "AAAAAAAAAAA_"}) {
      assertThat(accessKeys().find(id)).as("\"%s\"", id).isEmpty();
      assertThat(accessKeys().delete(id, OF_SHOP)).as("\"%s\"", id).isFalse();
    }
    assertThat(accessKeys().find("AAAAAAAAAAAA")).isPresent();
  }

  @Test
  default void everyRoleIsKept() {
    for (Role role : Role.values()) {
      accessKeys()
          .add(
              new AccessKey(role.name(), OF_SHOP, role, "Key", ManualClock.START, Optional.empty()),
              digest(1));
    }

    assertThat(accessKeys().list(OF_SHOP))
        .extracting(AccessKey::role)
        .containsExactlyInAnyOrder(Role.values());
  }

  @Test
  default void keysAreListedByIdWithinTheScope() {
    add("C", OF_SHOP);
    add("A", OF_SHOP);
    add("B", OF_OTHER);
    add("D", ALL);

    assertThat(accessKeys().list(ALL))
        .extracting(AccessKey::id)
        .containsExactly("A", "B", "C", "D");
    assertThat(accessKeys().list(OF_SHOP)).extracting(AccessKey::id).containsExactly("A", "C");
    assertThat(accessKeys().list(OF_OTHER)).containsExactly(key("B", OF_OTHER));
  }

  @Test
  default void aDeletedKeyIsGone() {
    add("A", OF_SHOP);
    add("B", OF_SHOP);

    assertThat(accessKeys().delete("A", OF_SHOP)).isTrue();
    assertThat(accessKeys().delete("A", OF_SHOP)).isFalse();
    assertThat(accessKeys().find("A")).isEmpty();
    assertThat(accessKeys().list(ALL)).containsExactly(key("B", OF_SHOP));
  }

  @Test
  default void aStoreDeletesNoKeysButItsOwn() {
    add("A", OF_OTHER);
    add("B", ALL);

    assertThat(accessKeys().delete("A", OF_SHOP)).isFalse();
    assertThat(accessKeys().delete("B", OF_SHOP)).isFalse();
    assertThat(accessKeys().delete("C", OF_SHOP)).isFalse();
    assertThat(accessKeys().list(ALL)).hasSize(2);
  }

  @Test
  default void whoHoldsAllStoresDeletesAnyKey() {
    add("A", OF_OTHER);
    add("B", ALL);

    assertThat(accessKeys().delete("A", ALL)).isTrue();
    assertThat(accessKeys().delete("B", ALL)).isTrue();
    assertThat(accessKeys().isEmpty()).isTrue();
  }

  @Test
  default void emptyMeansWithoutAnyKey() {
    assertThat(accessKeys().isEmpty()).isTrue();
    assertThat(accessKeys().list(ALL)).isEmpty();

    add("A", OF_SHOP);

    assertThat(accessKeys().isEmpty()).isFalse();
  }
}
