package org.statusevents.domain.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// When a failed update is tried again, and when it stops (section 4.6 of intake and delivery). The
/// delay after k failures is `first * 3^(k-1)`, at most `longest`, with jitter between half and the
/// whole. Refusals park after `refusalsMax` failures; anything else when the update has failed for
/// `patience` since its first failure. `refusalsMax` and `patience` bound every retry (R43). A
/// receiver that does not know our credentials [#NOT_AUTHORIZED_MAX] times in a row stops its
/// channel: no other update would fare better. One that is gone for good stops it at once. A pause
/// that a receiver asks for lasts between a second and an hour.
public record RetrySchedule(Duration first, Duration longest, Duration patience, int refusalsMax) {
  public static final RetrySchedule STANDARD =
      new RetrySchedule(Duration.ofSeconds(2), Duration.ofMinutes(15), Duration.ofDays(3), 5);
  public static final int NOT_AUTHORIZED_MAX = 3;
  private static final Duration WAIT_DEFAULT = Duration.ofSeconds(30);
  private static final Duration WAIT_MIN = Duration.ofSeconds(1);
  private static final Duration WAIT_MAX = Duration.ofHours(1);

  public RetrySchedule {
    if (refusalsMax < 1) {
      throw new IllegalArgumentException("refusalsMax: " + refusalsMax + " (expected: >= 1)");
    }
  }

  /// `failures` counts this attempt where it failed and those of its update before; where it was
  /// not authorized only those, in a row, that were not either. `failingFor` runs since the first
  /// failure.
  public NextStep after(
      Reply reply, int failures, Duration failingFor, RandomGenerator randomness) {
    return switch (reply) {
      case Reply.Accepted _ -> new NextStep.Done();
      case Reply.Blocked _ -> new NextStep.Park();
      case Reply.Gone _ -> new NextStep.StopChannel();
      case Reply.AskedToWait asked -> new NextStep.PauseChannel(pause(asked));
      case Reply.NotAuthorized _ ->
          failures >= NOT_AUTHORIZED_MAX
              ? new NextStep.StopChannel()
              : new NextStep.RetryAfter(delay(failures, randomness));
      case Reply.Refused _ ->
          failures >= refusalsMax
              ? new NextStep.Park()
              : new NextStep.RetryAfter(delay(failures, randomness));
      case Reply.Unavailable _ ->
          failingFor.compareTo(patience) >= 0
              ? new NextStep.Park()
              : new NextStep.RetryAfter(delay(failures, randomness));
    };
  }

  /// Never none: pauses do not count, so a receiver that asks for none would be called for ever.
  private static Duration pause(Reply.AskedToWait asked) {
    Duration wait = asked.pause().orElse(WAIT_DEFAULT);
    if (wait.compareTo(WAIT_MIN) < 0) {
      return WAIT_MIN;
    }
    return wait.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : wait;
  }

  private Duration delay(int failures, RandomGenerator randomness) {
    double whole = (double) first.toMillis() * Math.pow(3, Math.max(0, failures - 1));
    double bounded = Math.min(whole, (double) longest.toMillis());
    return Duration.ofMillis(Math.round(bounded * (0.5 + randomness.nextDouble() / 2)));
  }
}
