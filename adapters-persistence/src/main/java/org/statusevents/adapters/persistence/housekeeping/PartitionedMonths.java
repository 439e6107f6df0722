package org.statusevents.adapters.persistence.housekeeping;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.statusevents.adapters.persistence.session.CurrentSession;
import org.statusevents.adapters.persistence.session.StorageFailures;
import org.statusevents.application.housekeeping.StoredMonth;
import org.statusevents.application.housekeeping.StoredMonth.Rows;
import org.statusevents.application.housekeeping.StoredMonths;
import org.statusevents.application.transaction.StorageUnavailable;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreId;

/// A month is a partition. To drop one takes a lock that everybody else waits behind, so the wait
/// for it is short, and the proof is given twice: at leisure before, and quickly under the lock.
final class PartitionedMonths implements StoredMonths {
  private static final int LOCK_MILLIS_MAX = 300;
  private static final int UNDER_LOCK_MILLIS_MAX = 1_000;
  private static final String TOO_LONG = "57014";
  private static final String NOT_LOCKED = "55P03";

  private final CurrentSession session;

  PartitionedMonths(CurrentSession session) {
    this.session = session;
  }

  @Override
  public Instant now() {
    return session.with(MonthMapper.class, MonthMapper::now);
  }

  @Override
  public List<YearMonth> months(Rows rows) {
    return session.with(MonthMapper.class, mapper -> months(mapper, rows));
  }

  private static List<YearMonth> months(MonthMapper mapper, Rows rows) {
    return mapper.months(table(rows)).stream().map(YearMonth::from).toList();
  }

  @Override
  public void makeRoom(StoredMonth month) {
    boolean _ =
        session.with(
            MonthMapper.class,
            mapper -> {
              var _ = mapper.takeTurn(Turns.MAKING_ROOM.key());
              return mapper.makeRoom(table(month.rows()), firstDay(month));
            });
  }

  @Override
  public Fate fateOf(StoredMonth month) {
    return session.with(MonthMapper.class, mapper -> fateOf(mapper, month));
  }

  private static Fate fateOf(MonthMapper mapper, StoredMonth month) {
    return switch (month.rows()) {
      case HISTORY ->
          months(mapper, Rows.LEDGER).contains(month.month())
              ? new Fate.LedgerNeeds(month.month())
              : new Fate.LetGo();
      case ATTEMPTS -> {
        List<YearMonth> ledger = months(mapper, Rows.LEDGER);
        yield ledger.isEmpty() || ledger.getFirst().isAfter(month.month())
            ? new Fate.LetGo()
            : new Fate.LedgerNeeds(ledger.getFirst());
      }
      case LEDGER -> {
        List<Waiting> waiting =
            mapper.waiting(begin(month), end(month), WAITING_MAX).stream()
                .map(row ->
                    new Waiting(
                        new StoreId(row.storeId()), new ChannelId(row.channelId()), row.updates()))
                .toList();
        yield waiting.isEmpty() ? new Fate.LetGo() : new Fate.Undelivered(waiting);
      }
    };
  }

  @Override
  public Fate letGo(StoredMonth month) {
    try {
      return session.with(MonthMapper.class, mapper -> letGo(mapper, month));
    } catch (StorageUnavailable e) {
      if (isHeldUp(e)) {
        return new Fate.InUse();
      }
      throw e;
    }
  }

  private static Fate letGo(MonthMapper mapper, StoredMonth month) {
    if (!mapper.tryTurn(Turns.LETTING_GO.key())) {
      return new Fate.InUse();
    }
    Fate fate = fateOf(mapper, month);
    if (!(fate instanceof Fate.LetGo) || !months(mapper, month.rows()).contains(month.month())) {
      return fate;
    }
    var _ = mapper.limit(LOCK_MILLIS_MAX, UNDER_LOCK_MILLIS_MAX);
    var _ = mapper.hold(table(month.rows()));
    // Whoever made a lane wait for these rows since then read the ledger, and was waited for.
    if (month.rows() == Rows.LEDGER && mapper.isWaitedFor(begin(month), end(month))) {
      return new Fate.InUse();
    }
    var _ = mapper.drop(table(month.rows()), firstDay(month));
    return fate;
  }

  private static boolean isHeldUp(StorageUnavailable failure) {
    return StorageFailures.sqlException(failure)
        .filter(
            cause -> NOT_LOCKED.equals(cause.getSQLState()) || TOO_LONG.equals(cause.getSQLState()))
        .isPresent();
  }

  private static String table(Rows rows) {
    return switch (rows) {
      case HISTORY -> "order_history";
      case LEDGER -> "channel_update";
      case ATTEMPTS -> "delivery_attempt";
    };
  }

  private static LocalDate firstDay(StoredMonth month) {
    return month.month().atDay(1);
  }

  private static Instant begin(StoredMonth month) {
    return firstDay(month).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private static Instant end(StoredMonth month) {
    return month.month().plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
