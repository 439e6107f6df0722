package org.statusevents.adapters.persistence;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.statusevents.adapters.persistence.database.TestDatabase;

/// The contracts on the embedded PostgreSQL.
class EmbeddedStorageTest extends StorageContracts {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.embedded();

  @Override
  TestDatabase database() {
    return DATABASE;
  }
}
