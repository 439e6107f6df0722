package org.statusevents.testkit.memory;

import java.time.InstantSource;
import org.statusevents.testkit.ReadingWorld;
import org.statusevents.testkit.reading.CountLabelsContract;

final class InMemoryCountLabelsTest implements CountLabelsContract {
  private final InMemoryStorage storage = new InMemoryStorage(InstantSource.system());

  @Override
  public ReadingWorld world() {
    return storage;
  }
}
