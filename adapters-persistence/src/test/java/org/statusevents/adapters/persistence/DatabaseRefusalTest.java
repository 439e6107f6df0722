package org.statusevents.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.statusevents.adapters.persistence.database.OldServer;
import org.statusevents.adapters.persistence.database.TestDatabase;

/// What an operator got wrong about the database comes out as a sentence.
final class DatabaseRefusalTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.embedded();

  @Test
  void aDatabaseThatIsTooOldIsRefused() throws IOException {
    try (OldServer server = new OldServer("14.13")) {
      assertThatThrownBy(() -> migrate(server.jdbcUrl(), "anybody"))
          .isInstanceOf(DatabaseRefusal.class)
          .hasMessage("it is PostgreSQL 14 (expected: 15 or newer)");
    }
  }

  @Test
  void aUserOrDatabaseThatIsNotThereIsRefused() {
    String url = DATABASE.config().jdbcUrl();
    assertThatThrownBy(() -> migrate(url, "nobody"))
        .isInstanceOf(DatabaseRefusal.class)
        .hasMessageContaining("it says: FATAL: role \"nobody\" does not exist");
    assertThatThrownBy(
            () -> migrate(url.replaceAll("/[^/]*$", "/nowhere"), DATABASE.config().user()))
        .isInstanceOf(DatabaseRefusal.class)
        .hasMessageContaining("it says: FATAL: database \"nowhere\" does not exist");
  }

  private static void migrate(String url, String user) {
    var _ = new SchemaMigrations(new PersistenceConfig(url, user, "guess", 1)).migrate();
  }
}
