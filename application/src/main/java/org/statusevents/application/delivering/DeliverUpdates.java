package org.statusevents.application.delivering;

import java.time.Duration;
import java.util.Optional;

/// Brings the waiting updates of one claimed lane to its channel.
public interface DeliverUpdates {

  /// Sends the lane's updates one after the other, stops at the first that is not accepted, when
  /// the lease runs low or the node is to stop, and records what came of it, together with what
  /// others record at the same time. While the storage is away it tries to record it until the
  /// lease runs out. `claimedAt` is the monotonic clock before the lane was claimed. No transaction
  /// is open while the channel is spoken to. A process that dies in between costs a second send
  /// with the same id, never a loss. Returns within [#MILLIS_MAX] milliseconds, where the storage
  /// answers.
  DeliveryReport deliver(ClaimedLane lane, long claimedAt);

  int MILLIS_MAX = 40_000;

  /// What was done. `recorded` is false where the lane had been handed out again meanwhile; of the
  /// `sent` calls, at `behind` the receiver was away, slow, or asked for a rest. `back` is true
  /// where the channel's breaker, after more than a few short rests, is closed now. `again` is how
  /// long whatever held the lane up lasts, where that is known.
  record DeliveryReport(
      int accepted,
      boolean stopped,
      boolean recorded,
      int sent,
      int behind,
      boolean back,
      Optional<Duration> again) {}
}
