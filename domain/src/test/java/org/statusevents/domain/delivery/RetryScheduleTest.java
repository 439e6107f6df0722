package org.statusevents.domain.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// R43, with the figures of section 4.6 of intake and delivery.
class RetryScheduleTest {
  private static final RetrySchedule SCHEDULE = RetrySchedule.STANDARD;
  private static final Reply REFUSED = new Reply.Refused("unknown order");
  private static final Reply AWAY = new Reply.Unavailable("connection refused");
  private final RandomGenerator randomness =
      RandomGeneratorFactory.of("L64X128MixRandom").create(7);

  private NextStep after(Reply reply, int failures, Duration failingFor) {
    return SCHEDULE.after(reply, failures, failingFor, randomness);
  }

  @Test
  void anAcceptedUpdateIsDoneAndABlockedOneWaitsForAPerson() {
    assertThat(after(new Reply.Accepted("OK"), 0, Duration.ZERO)).isEqualTo(new NextStep.Done());
    assertThat(after(new Reply.Blocked("private address"), 1, Duration.ZERO))
        .isEqualTo(new NextStep.Park());
  }

  /// min(15 min, 2 s x 3^(k-1)), between half and the whole.
  @ParameterizedTest
  @CsvSource({
    "1, 2",
    "2, 6",
    "3, 18",
    "4, 54",
    "5, 162",
    "6, 486",
    "7, 900",
    "8, 900",
    "9, 900",
    "10, 900",
    "1000, 900",
    "2147483647, 900"
  })
  void theDelayTriplesUpToFifteenMinutesAndLiesBetweenHalfAndTheWhole(int failures, int seconds) {
    Duration whole = Duration.ofSeconds(seconds);
    for (int i = 0; i < 200; i++) {
      assertThat(after(AWAY, failures, Duration.ofHours(1)))
          .isInstanceOfSatisfying(
              NextStep.RetryAfter.class,
              retry -> assertThat(retry.delay()).isBetween(whole.dividedBy(2), whole));
    }
  }

  @Test
  void theDelayIsSpreadByChance() {
    assertThat(after(AWAY, 3, Duration.ZERO)).isNotEqualTo(after(AWAY, 3, Duration.ZERO));
  }

  @Test
  void refusalsAreParkedAtTheFifth() {
    for (int failures = 1; failures < 5; failures++) {
      assertThat(after(REFUSED, failures, Duration.ofDays(9)))
          .isInstanceOf(NextStep.RetryAfter.class);
    }
    assertThat(after(REFUSED, 5, Duration.ZERO)).isEqualTo(new NextStep.Park());
    assertThat(after(REFUSED, 6, Duration.ZERO)).isEqualTo(new NextStep.Park());
  }

  @Test
  void aReceiverThatDoesNotKnowUsStopsItsChannelAtTheThirdTimeAndParksNothing() {
    Reply unknown = new Reply.NotAuthorized("HTTP 401");

    assertThat(after(unknown, 1, Duration.ofDays(9))).isInstanceOf(NextStep.RetryAfter.class);
    assertThat(after(unknown, 2, Duration.ofDays(9))).isInstanceOf(NextStep.RetryAfter.class);
    assertThat(after(unknown, 3, Duration.ZERO)).isEqualTo(new NextStep.StopChannel());
    assertThat(after(unknown, 9, Duration.ofDays(9))).isEqualTo(new NextStep.StopChannel());
  }

  @Test
  void aReceiverThatIsGoneForGoodStopsItsChannelAtTheFirstTime() {
    assertThat(after(new Reply.Gone("HTTP 410"), 1, Duration.ZERO))
        .isEqualTo(new NextStep.StopChannel());
  }

  @Test
  void aReceiverThatIsAwayIsTriedForThreeDays() {
    assertThat(after(AWAY, 500, Duration.ofDays(3).minusMillis(1)))
        .isInstanceOf(NextStep.RetryAfter.class);
    assertThat(after(AWAY, 1, Duration.ofDays(3))).isEqualTo(new NextStep.Park());
  }

  @ParameterizedTest
  @CsvSource({"PT45S, PT45S", "PT1H, PT1H", "PT1H0.001S, PT1H", "P900D, PT1H"})
  void theChannelPausesAsLongAsItAsksForUpToAnHour(Duration asked, Duration pause) {
    assertThat(after(new Reply.AskedToWait("429", Optional.of(asked)), 99, Duration.ofDays(9)))
        .isEqualTo(new NextStep.PauseChannel(pause));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT0.2S", "PT-5S"})
  void aChannelThatAsksForNoPauseIsLeftAloneForASecond(Duration asked) {
    assertThat(after(new Reply.AskedToWait("429", Optional.of(asked)), 1, Duration.ZERO))
        .isEqualTo(new NextStep.PauseChannel(Duration.ofSeconds(1)));
  }

  @Test
  void aChannelThatDoesNotSayHowLongIsLeftAloneForHalfAMinute() {
    assertThat(after(new Reply.AskedToWait("503", Optional.empty()), 1, Duration.ZERO))
        .isEqualTo(new NextStep.PauseChannel(Duration.ofSeconds(30)));
  }

  @Test
  void aScheduleAllowsAtLeastOneRefusal() {
    assertThatThrownBy(() ->
            new RetrySchedule(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofDays(1), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("refusalsMax: 0 (expected: >= 1)");
  }
}
