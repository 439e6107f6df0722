package org.statusevents.adapters.persistence.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.statusevents.adapters.persistence.database.TestDatabase;

class MyBatisTransactionsTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.embedded();

  @Test
  void workIsAnswered() {
    assertThat(DATABASE.persistence().transactions().inTransaction(() -> 7)).isEqualTo(7);
  }

  @Test
  void aMigratedDatabaseIsReady() {
    assertThat(DATABASE.persistence().readiness().problem()).isEmpty();
  }
}
