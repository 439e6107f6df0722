package org.statusevents.application.housekeeping;

import java.time.Instant;

/// What nobody asks for any more after a while, of all stores. Safe for many threads and many
/// nodes.
public interface Leftovers {

  /// How many there are from before `before`.
  long count(Kind kind, Instant before);

  /// Removes up to `most` from before `before` and answers how many; fewer than `most` when no more
  /// are left, or when somebody else is at it.
  int remove(Kind kind, Instant before, int most);

  enum Kind {
    /// What an operation's caller is told when it asks again. An operation that is forgotten is new
    /// when it is sent again.
    OPERATIONS,
    LOOKUP_MISSES,
    /// Cursors of orders on channels that wait for nothing, and whose updates are all let go. What
    /// the order owes that channel later is delivered as if it were the first, so that tracking
    /// numbers and ship dates count as not told yet (R30).
    LANES
  }
}
