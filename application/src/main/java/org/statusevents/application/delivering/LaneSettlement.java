package org.statusevents.application.delivering;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.statusevents.domain.delivery.Reply;
import org.statusevents.domain.delivery.Update;

/// What became of a claimed lane: the attempts made, in order, how far it got, what is next, and
/// what that means for its channel's breaker.
public record LaneSettlement(
    ClaimedLane lane, List<Attempt> attempts, LaneNext next, BreakerStep breaker) {
  public LaneSettlement {
    attempts = List.copyOf(attempts);
  }

  /// Of a lane that says nothing of its channel's breaker.
  public LaneSettlement(ClaimedLane lane, List<Attempt> attempts, LaneNext next) {
    this(lane, attempts, next, new BreakerStep.Stays());
  }

  /// One send; `at` is when it began.
  public record Attempt(Update update, Instant at, Duration took, Reply reply) {}

  public sealed interface LaneNext {
    /// All that was claimed is done; go on with what came in since.
    record Proceed() implements LaneNext {}

    /// The update after the accepted ones failed; try again after `delay`.
    record RetryAfter(Duration delay) implements LaneNext {}

    /// The update after the accepted ones waits for a person, and so does the lane.
    record Parked() implements LaneNext {}

    /// The channel asked to wait; not a failure.
    record ChannelWaits(Duration delay) implements LaneNext {}

    /// The channel is stopped until it is released, with these words for people; the update that
    /// was tried last stays owed and its failures are forgotten.
    record ChannelStops(String words) implements LaneNext {}

    /// Not all was tried in the time allowed; the rest is due at once.
    record OutOfTime() implements LaneNext {}
  }

  /// What is done with the breaker of the lane's channel; only while it still is as the lane was
  /// claimed, so that of several nodes that see the same one acts.
  public sealed interface BreakerStep {
    record Stays() implements BreakerStep {}

    /// It opens, once more in a row, and the channel is left in peace for `rest`; `words` tell
    /// people why, bounded and without secrets as those of a reply.
    record Opens(Duration rest, String words) implements BreakerStep {}

    /// The receiver is back.
    record Closes() implements BreakerStep {}
  }
}
