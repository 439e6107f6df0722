package org.statusevents.adapters.persistence.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.statusevents.adapters.persistence.PostgresPersistence;
import org.statusevents.adapters.persistence.database.BreakableLine;
import org.statusevents.adapters.persistence.database.TestDatabase;
import org.statusevents.application.transaction.StorageUnavailable;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.testkit.Waiting;

final class BrokenConnectionTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.embedded();

  private BreakableLine line;
  private PostgresPersistence persistence;

  @BeforeEach
  void open() throws IOException {
    line = new BreakableLine(DATABASE.config());
    persistence = TestDatabase.open(line.config());
  }

  @AfterEach
  void close() throws IOException {
    persistence.close();
    line.close();
  }

  private List<StoreConfiguration> stores() {
    return persistence.configurations().stores(Optional.empty(), 10);
  }

  /// Empty where the database is away.
  private Optional<List<StoreConfiguration>> storesIfThere() {
    try {
      return Optional.of(stores());
    } catch (StorageUnavailable away) {
      return Optional.empty();
    }
  }

  @Test
  void aCallWhoseConnectionBreaksSaysThatTheDatabaseIsAway() {
    assertThat(stores()).isEmpty();
    line.cut();
    assertThatThrownBy(this::stores).isInstanceOf(StorageUnavailable.class);
    line.mend();
    assertThat(Waiting.until(this::storesIfThere, Optional::isPresent)).contains(List.of());
  }

  @Test
  void aTransactionWhoseConnectionBreaksHalfwaySaysThatTheDatabaseIsAway() {
    assertThatThrownBy(() ->
            persistence
                .transactions()
                .inTransaction(() -> {
                  assertThat(stores()).isEmpty();
                  line.cut();
                  return stores();
                }))
        .isInstanceOf(StorageUnavailable.class);
  }

  @Test
  void aTransactionWhoseConnectionBreaksBeforeItsEndSaysThatTheDatabaseIsAway() {
    assertThatThrownBy(() ->
            persistence
                .transactions()
                .inTransaction(() -> {
                  List<StoreConfiguration> found = stores();
                  line.cut();
                  return found;
                }))
        .isInstanceOf(StorageUnavailable.class);
  }
}
