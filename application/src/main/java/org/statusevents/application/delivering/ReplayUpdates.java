package org.statusevents.application.delivering;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.statusevents.application.delivering.Replays.ReplayId;
import org.statusevents.application.delivering.Replays.SetBack;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.order.OrderNumber;

/// Has a channel's updates sent again, as a receiver needs that lost what it had.
public interface ReplayUpdates {

  /// Sets the lanes with selected updates back: of each order the first selected update and all
  /// behind it are sent again, in order, with their old ids and texts; of a channel that wants the
  /// latest state the newest alone. Parked updates are tried again, updates that were given up are
  /// owed again, and what waits anyway is left as it is, so that a repeated call adds nothing until
  /// it was sent. Takes up to [#LANES_MAX] lanes behind the order `after`, [Replays#LANES_MAX] a
  /// transaction, and answers where to go on. It is kept who had it done.
  ReplayOutcome replay(
      StoreId store,
      ChannelId channel,
      ReplaySelection selection,
      Optional<OrderNumber> after,
      String actor);

  int LANES_MAX = 10_000;
  Duration RANGE_MAX = Duration.ofDays(31);

  sealed interface ReplayOutcome {
    /// `next` is the order to go on after, where there may be more.
    record Replayed(ReplayId replay, SetBack done, Optional<OrderNumber> next)
        implements ReplayOutcome {}

    record StoreUnknown(StoreId store) implements ReplayOutcome {}

    /// The store never had it.
    record ChannelUnknown(ChannelId channel) implements ReplayOutcome {}

    /// The store has it no more: there is nowhere to send to.
    record ChannelRemoved(ChannelId channel) implements ReplayOutcome {}

    record UpdatesUnknown(Set<UpdateId> updates) implements ReplayOutcome {
      public UpdatesUnknown {
        updates = Set.copyOf(updates);
      }
    }

    /// It ends before it begins, or begins in the future.
    record RangeEmpty() implements ReplayOutcome {}

    /// Longer than [#RANGE_MAX].
    record RangeTooWide() implements ReplayOutcome {}
  }
}
