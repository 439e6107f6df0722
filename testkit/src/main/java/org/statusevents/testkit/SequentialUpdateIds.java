package org.statusevents.testkit;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.statusevents.application.recording.UpdateIds;
import org.statusevents.domain.delivery.UpdateId;

/// Ids that count up, the same in every run. Those of different families never meet.
public final class SequentialUpdateIds implements UpdateIds {
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final long family;
  private final AtomicLong count = new AtomicLong();

  public SequentialUpdateIds(int family) {
    this.family = Integer.toUnsignedLong(family) << 32;
  }

  @Override
  public UpdateId next() {
    return new UpdateId(new UUID(family | VERSION_7, VARIANT | count.incrementAndGet()));
  }
}
