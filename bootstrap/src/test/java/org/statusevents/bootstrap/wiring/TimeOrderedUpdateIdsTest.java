package org.statusevents.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.statusevents.application.recording.UpdateIds;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.testkit.ManualClock;
import org.statusevents.testkit.recording.UpdateIdsContract;

/// On a clock that stands still, which is the hardest: a millisecond has 4,096 ids.
final class TimeOrderedUpdateIdsTest implements UpdateIdsContract {
  private final ManualClock clock = new ManualClock();
  private final UpdateIds ids = new TimeOrderedUpdateIds(clock, new Random(1));

  @Override
  public UpdateIds updateIds() {
    return ids;
  }

  @Test
  void anIdIsAUuidOfVersion7AndBeginsWithItsMillisecond() {
    UUID id = ids.next().value();
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(ManualClock.START.toEpochMilli());
  }

  @Test
  void idsRiseEvenWhenTheClockGoesBack() {
    UpdateId before = ids.next();
    clock.advance(Duration.ofHours(-1));
    assertThat(ids.next().toString()).isGreaterThan(before.toString());
  }

  @Test
  void nodesThatMakeIdsAtTheSameTimeMakeDifferentOnes() {
    UpdateIds other = new TimeOrderedUpdateIds(clock, new Random(2));
    assertThat(other.next()).isNotEqualTo(ids.next());
  }
}
