package org.statusevents.application.housekeeping;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.statusevents.application.housekeeping.StoredMonth.Rows;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreId;

/// History, ledger and attempts as storage keeps them: by months (UTC), for all stores at once.
/// Safe for many threads and many nodes.
public interface StoredMonths {
  int WAITING_MAX = 20;

  /// The storage's own time, which no node's wrong clock moves.
  Instant now();

  /// The months that there is room for, ascending.
  List<YearMonth> months(Rows rows);

  /// Makes room for a month's rows. Nothing happens where there is.
  void makeRoom(StoredMonth month);

  /// What would become of the month now.
  Fate fateOf(StoredMonth month);

  /// Lets the month go with all its rows where nothing needs it, in one step: what comes to need it
  /// meanwhile either keeps it or finds it gone. Others wait for it for a moment at most. A month
  /// that is not there is let go.
  Fate letGo(StoredMonth month);

  /// What becomes of a month, and why.
  sealed interface Fate {
    record LetGo() implements Fate {}

    /// Of a ledger month: updates in it are not delivered yet. The channels with most of them, at
    /// most [#WAITING_MAX].
    record Undelivered(List<Waiting> channels) implements Fate {
      public Undelivered {
        channels = List.copyOf(channels);
      }
    }

    /// The ledger still has a month whose updates need it: the same month where it is one of the
    /// history, that month or an earlier one where it is one of attempts.
    record LedgerNeeds(YearMonth month) implements Fate {}

    /// Somebody reads it, or lets months go, at this moment.
    record InUse() implements Fate {}
  }

  /// How many updates a channel is still owed.
  record Waiting(StoreId store, ChannelId channel, long updates) {}
}
