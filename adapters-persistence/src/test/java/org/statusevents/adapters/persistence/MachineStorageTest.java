package org.statusevents.adapters.persistence;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.statusevents.adapters.persistence.database.TestDatabase;

/// The contracts on the machine's own PostgreSQL.
class MachineStorageTest extends StorageContracts {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.ofMachine();

  @Override
  TestDatabase database() {
    return DATABASE;
  }
}
