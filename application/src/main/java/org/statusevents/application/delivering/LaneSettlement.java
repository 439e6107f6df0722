package org.statusevents.application.delivering;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.statusevents.domain.delivery.Reply;
import org.statusevents.domain.delivery.Update;

/// What became of a claimed lane: the attempts made, in order, how far it got, and what is next.
public record LaneSettlement(ClaimedLane lane, List<Attempt> attempts, LaneNext next) {
  public LaneSettlement {
    attempts = List.copyOf(attempts);
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
}
