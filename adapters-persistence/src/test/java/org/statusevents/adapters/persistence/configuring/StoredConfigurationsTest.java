package org.statusevents.adapters.persistence.configuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.statusevents.adapters.persistence.PostgresPersistence;
import org.statusevents.adapters.persistence.database.TestDatabase;
import org.statusevents.application.configuring.Configurations.ChangeRecord;
import org.statusevents.application.transaction.ConcurrentChange;
import org.statusevents.domain.configuration.ChangeOutcome.Changed;
import org.statusevents.domain.configuration.ConfigurationChange;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.configuration.StoreSettings;
import org.statusevents.testkit.ManualClock;
import org.statusevents.testkit.Stores;

class StoredConfigurationsTest {
  private static final ChangeRecord RECORD =
      new ChangeRecord("anna", ManualClock.START, "Settings changed");

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.embedded();

  private final StoreConfiguration first = Stores.withDefaults(Stores.SHOP);

  @BeforeEach
  void createStore() {
    DATABASE.empty();
    save(DATABASE.persistence(), first);
  }

  private static void save(PostgresPersistence node, StoreConfiguration next) {
    var _ =
        node.transactions()
            .inTransaction(() -> {
              node.configurations().save(next, RECORD);
              return next;
            });
  }

  /// The version after `current`, with the store called `name`.
  private static StoreConfiguration renamed(StoreConfiguration current, String name) {
    ConfigurationChange change = new ConfigurationChange.SetSettings(StoreSettings.defaults(name));
    return ((Changed) change.applyTo(current)).next();
  }

  @Test
  void anotherNodeSeesANewVersionAtOnce() {
    try (PostgresPersistence other = DATABASE.open()) {
      assertThat(other.configurations().current(Stores.SHOP)).contains(first);
      StoreConfiguration second = renamed(first, "Second");

      save(DATABASE.persistence(), second);

      assertThat(other.configurations().current(Stores.SHOP)).contains(second);
    }
  }

  @Test
  void ofTwoNodesThatMakeTheSameVersionOneIsHeard() {
    try (PostgresPersistence other = DATABASE.open()) {
      StoreConfiguration ours = renamed(first, "Ours");
      save(DATABASE.persistence(), ours);

      assertThatThrownBy(() -> save(other, renamed(first, "Theirs")))
          .isInstanceOf(ConcurrentChange.class);
      assertThat(other.configurations().current(Stores.SHOP)).contains(ours);
    }
  }

  @Test
  void aVersionThatWasRolledBackIsNotRemembered() {
    PostgresPersistence node = DATABASE.persistence();
    StoreConfiguration dropped = renamed(first, "Dropped");
    StoreConfiguration kept = renamed(first, "Kept");

    assertThatThrownBy(() ->
            node.transactions()
                .inTransaction(() -> {
                  node.configurations().save(dropped, RECORD);
                  assertThat(node.configurations().current(Stores.SHOP)).contains(dropped);
                  throw new IllegalStateException("rolled back");
                }))
        .hasMessage("rolled back");
    save(node, kept);

    assertThat(node.configurations().current(Stores.SHOP)).contains(kept);
  }
}
