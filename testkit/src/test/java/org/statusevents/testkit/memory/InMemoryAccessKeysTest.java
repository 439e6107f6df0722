package org.statusevents.testkit.memory;

import java.time.InstantSource;
import org.statusevents.application.access.AccessKeys;
import org.statusevents.testkit.access.AccessKeysContract;

final class InMemoryAccessKeysTest implements AccessKeysContract {
  private final InMemoryStorage storage = new InMemoryStorage(InstantSource.system());

  @Override
  public AccessKeys accessKeys() {
    return storage.accessKeys();
  }
}
