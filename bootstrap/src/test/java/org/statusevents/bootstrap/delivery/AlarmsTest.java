package org.statusevents.bootstrap.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class AlarmsTest {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final AtomicLong nanos = new AtomicLong(Duration.ofHours(-3).toNanos());
  private final Alarms alarms = new Alarms(nanos::get);

  @Test
  void withoutAnAlarmThePauseIsWhole() {
    assertThat(alarms.within(PAUSE)).isEqualTo(PAUSE);
  }

  @Test
  void anAlarmShortensThePauseAndIsNeverEarly() {
    boolean first = alarms.set(Duration.ofMillis(500));

    assertThat(first).isTrue();
    assertThat(alarms.within(PAUSE))
        .isBetween(Duration.ofMillis(500), Duration.ofMillis(500).plus(Alarms.STEP));
    assertThat(alarms.within(Duration.ofMillis(50))).isEqualTo(Duration.ofMillis(50));
  }

  @Test
  void anAlarmGoesOffOnce() {
    boolean _ = alarms.set(Duration.ofMillis(500));
    nanos.addAndGet(Duration.ofMillis(530).toNanos());

    assertThat(alarms.within(PAUSE)).isZero();
    assertThat(alarms.within(PAUSE)).isEqualTo(PAUSE);
  }

  @Test
  void onlyWhatComesFirstIsNews() {
    boolean _ = alarms.set(Duration.ofMillis(500));

    assertThat(alarms.set(Duration.ofSeconds(2))).isFalse();
    assertThat(alarms.set(Duration.ofMillis(500))).isFalse();
    assertThat(alarms.set(Duration.ofMillis(100))).isTrue();
  }

  @Test
  void whatIsFarAheadIsLeftToTheRounds() {
    assertThat(alarms.set(Alarms.AHEAD_MAX.plusMillis(1))).isFalse();
    assertThat(alarms.within(Duration.ofHours(1))).isEqualTo(Duration.ofHours(1));
  }
}
