package org.statusevents.bootstrap.wiring;

import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.statusevents.application.recording.UpdateIds;
import org.statusevents.domain.delivery.UpdateId;

/// UUIDs of version 7 (RFC 9562): milliseconds, a counter of 12 bits that borrows from the future
/// when a millisecond is used up, and chance. Each is above the one before, whatever the clock
/// does.
final class TimeOrderedUpdateIds implements UpdateIds {
  private static final int COUNTER_BITS = 12;
  private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final InstantSource clock;
  private final RandomGenerator randomness;
  private final AtomicLong last = new AtomicLong();

  TimeOrderedUpdateIds(InstantSource clock, RandomGenerator randomness) {
    this.clock = clock;
    this.randomness = randomness;
  }

  @Override
  public UpdateId next() {
    long now = clock.millis() << COUNTER_BITS;
    long tick = last.updateAndGet(before -> Math.max(before + 1, now));
    long high = (tick >>> COUNTER_BITS) << 16 | VERSION_7 | (tick & COUNTER_MASK);
    long low = VARIANT | (randomness.nextLong() >>> 2);
    return new UpdateId(new UUID(high, low));
  }
}
