package org.statusevents.adapters.persistence.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.statusevents.adapters.persistence.PostgresPersistence;
import org.statusevents.adapters.persistence.database.TestDatabase;
import org.statusevents.application.access.AccessKey;
import org.statusevents.application.access.AccessKeys;
import org.statusevents.application.access.Role;
import org.statusevents.application.access.StoreScope;
import org.statusevents.testkit.ManualClock;

class MyBatisAccessKeysTest {
  private static final String ID = "AAAAAAAAAAAA";
  private static final StoreScope ALL = new StoreScope.AllStores();

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.embedded();

  private final AtomicLong nanos = new AtomicLong();

  @BeforeEach
  void empty() {
    DATABASE.empty();
  }

  private static void add(String id) {
    DATABASE
        .persistence()
        .accessKeys()
        .add(
            new AccessKey(id, ALL, Role.READ, "Key", ManualClock.START, Optional.empty()),
            new byte[32]);
  }

  @Test
  void aKeyDeletedOnThisNodeIsRefusedAtOnceWhoeverAsked() {
    PostgresPersistence node = DATABASE.persistence();
    add(ID);
    AccessKeys asked = node.accessKeys();
    assertThat(asked.find(ID)).isPresent();

    assertThat(node.accessKeys().delete(ID, ALL)).isTrue();

    assertThat(asked.find(ID)).isEmpty();
  }

  @Test
  void anIdThatADatabaseCannotHoldIsNobodys() {
    AccessKeys keys = DATABASE.persistence().accessKeys();

    assertThat(keys.find("A\0")).isEmpty();
    assertThat(keys.delete("A\0", ALL)).isFalse();
  }
}
