package org.statusevents.domain.delivery;

import java.time.Duration;

/// The last [#CALLS_MAX] calls of one channel on one node, and whether they open its breaker
/// (section 4.7 of intake and delivery): [#IN_A_ROW] failures in a row, or [#FAILURES_MAX] of the
/// last [#CALLS_MAX]. `failures` has a bit for each of the `count` calls, the newest lowest.
public record RecentCalls(int count, int failures) {
  public static final int CALLS_MAX = 20;
  public static final int IN_A_ROW = 5;

  /// Not half: of 20 calls to a receiver that fails three in ten, every twentieth time half fail,
  /// and rests would serve it worse than its failures do.
  public static final int FAILURES_MAX = 15;

  public static final RecentCalls NONE = new RecentCalls(0, 0);

  /// So many rests in a row are as short as the first. One that fails half of its calls must not
  /// earn ever longer rests by the chance of single probes.
  public static final int SHORT_RESTS = 5;

  /// Short, since most that are away are so for seconds; one that stays away earns long rests soon
  /// enough.
  private static final Duration FIRST = Duration.ofMillis(500);

  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final int WINDOW = (1 << CALLS_MAX) - 1;
  private static final int DOUBLINGS_MAX = 16;

  public RecentCalls {
    if (count < 0 || count > CALLS_MAX || (failures & ~((1 << count) - 1)) != 0) {
      throw new IllegalArgumentException(
          "count: " + count + ", failures: " + failures + " (expected: 0..20 calls, a bit each)");
    }
  }

  /// With one call more; the oldest is forgotten when there are too many.
  public RecentCalls then(Reply reply) {
    int bit = failed(reply) ? 1 : 0;
    return new RecentCalls(Math.min(count + 1, CALLS_MAX), ((failures << 1) | bit) & WINDOW);
  }

  /// True where the newest call failed and was one too many.
  public boolean opens() {
    int inARow = Integer.numberOfTrailingZeros(~failures);
    return inARow >= IN_A_ROW || (inARow > 0 && Integer.bitCount(failures) >= FAILURES_MAX);
  }

  /// Whether the channel itself is at fault. Any answer shows that the receiver is there; what it
  /// says is the update's, and waits and stops are obeyed already.
  public static boolean failed(Reply reply) {
    return switch (reply) {
      case Reply.Unavailable _ -> true;
      case Reply.Accepted _,
          Reply.Refused _,
          Reply.Blocked _,
          Reply.AskedToWait _,
          Reply.NotAuthorized _,
          Reply.Gone _ ->
          false;
    };
  }

  /// How long a channel is left in peace whose breaker opened for the `openings`-th time in a row,
  /// from 1: half a second [#SHORT_RESTS] times, then twice as long each time, at most 5 minutes.
  public static Duration rest(int openings) {
    int doublings = Math.clamp(openings - SHORT_RESTS, 0, DOUBLINGS_MAX);
    Duration rest = FIRST.multipliedBy(1L << doublings);
    return rest.compareTo(LONGEST) < 0 ? rest : LONGEST;
  }
}
