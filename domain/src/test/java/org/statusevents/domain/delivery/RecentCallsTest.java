package org.statusevents.domain.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RecentCallsTest {
  private static final Reply AWAY = new Reply.Unavailable("connection refused");
  private static final Reply TAKEN = new Reply.Accepted("OK");

  /// `x` for a receiver that is away, `.` for one that answers.
  private static RecentCalls calls(String story) {
    RecentCalls calls = RecentCalls.NONE;
    for (int i = 0; i < story.length(); i++) {
      calls = calls.then(story.charAt(i) == 'x' ? AWAY : TAKEN);
    }
    return calls;
  }

  @ParameterizedTest
  @CsvSource({
    "'', false",
    "x, false",
    "xxxx, false",
    "xxxxx, true",
    "x.x.x, false",
    "...............xxxx, false",
    "...............xxxxx, true",
    "xxxx.xxxx.xxxx.xx, false",
    "xxxx.xxxx.xxxx.xxx, true",
    "xxxx.xxxx.xxxx.xxx., false",
    "xxxx.xxxx.xxxx.xxx...., false",
    "xxxxxxxxxxxxxxxxxxxxx, true",
  })
  void fiveFailuresInARowOrFifteenOfTwentyOpen(String story, boolean opens) {
    assertThat(calls(story).opens()).isEqualTo(opens);
  }

  @Test
  void whatIsLongerAgoThanTwentyCallsIsForgotten() {
    RecentCalls calls = calls("xxxx" + ".".repeat(20));

    assertThat(calls).isEqualTo(calls(".".repeat(20)));
    assertThat(calls.count()).isEqualTo(RecentCalls.CALLS_MAX);
  }

  @Test
  void onlyAReceiverThatIsAwayOrBrokenFails() {
    List<Reply> answers =
        List.of(
            TAKEN,
            new Reply.Refused("unknown order"),
            new Reply.Blocked("not allowed"),
            new Reply.AskedToWait("slow down", Optional.empty()),
            new Reply.NotAuthorized("HTTP 401"),
            new Reply.Gone("HTTP 410"));

    assertThat(answers).noneMatch(RecentCalls::failed);
    assertThat(RecentCalls.failed(AWAY)).isTrue();
  }

  @Test
  void afterAFewShortOnesTheRestDoublesWithEachOpeningInARowUpToFiveMinutes() {
    assertThat(IntStream.rangeClosed(1, RecentCalls.SHORT_RESTS).mapToObj(RecentCalls::rest))
        .containsOnly(Duration.ofMillis(500));
    assertThat(IntStream.rangeClosed(5, 16).mapToObj(RecentCalls::rest).map(Duration::toMillis))
        .containsExactly(
            500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 32_000L, 64_000L, 128_000L, 256_000L,
            300_000L, 300_000L);
    assertThat(RecentCalls.rest(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void moreFailuresThanCallsAreABug() {
    assertThatThrownBy(() -> new RecentCalls(1, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RecentCalls(21, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
