package org.statusevents.application.housekeeping;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.statusevents.application.housekeeping.HouseReport.Kept;
import org.statusevents.application.housekeeping.HouseReport.Removed;
import org.statusevents.application.housekeeping.Leftovers.Kind;
import org.statusevents.application.housekeeping.StoredMonth.Rows;
import org.statusevents.application.housekeeping.StoredMonths.Fate;

final class HouseKeeper implements KeepHouse {
  private static final Duration CLOCKS_APART_MAX = Duration.ofDays(1);

  /// Much longer than misses of look-ups count (R49).
  private static final Duration MISSES_KEPT = Duration.ofDays(1);

  private static final int CHUNK = 2_000;

  /// Of one kind in one run; the next goes on.
  private static final int CHUNKS_MAX = 500;

  private final StoredMonths months;
  private final RoomMaker roomMaker;
  private final Leftovers leftovers;
  private final Retention retention;
  private final InstantSource clock;

  HouseKeeper(StoredMonths months, Leftovers leftovers, Retention retention, InstantSource clock) {
    this.months = months;
    this.roomMaker = new RoomMaker(months);
    this.leftovers = leftovers;
    this.retention = retention;
    this.clock = clock;
  }

  @Override
  public HouseReport keep(Mode mode) {
    List<StoredMonth> made = mode == Mode.DRY_RUN ? roomMaker.missing() : roomMaker.makeRoom();
    Instant now = months.now();
    if (Duration.between(clock.instant(), now).abs().compareTo(CLOCKS_APART_MAX) > 0) {
      return new HouseReport(
          made,
          List.of(),
          List.of(),
          Removed.NOTHING,
          Optional.of("the clocks of this node and of the database are more than a day apart"));
    }
    YearMonth current = YearMonth.from(now.atOffset(ZoneOffset.UTC));
    YearMonth ledgerFrom = retention.ledgerFrom(current);
    Sweep sweep = new Sweep(mode);
    sweep.before(ledgerFrom, Rows.LEDGER);
    sweep.before(retention.historyFrom(current), Rows.HISTORY);
    sweep.attempts(ledgerFrom);
    return new HouseReport(
        made, sweep.letGo, sweep.kept, removed(mode, now, ledgerFrom), Optional.empty());
  }

  private Removed removed(Mode mode, Instant now, YearMonth ledgerFrom) {
    Instant ledgerBegins = ledgerFrom.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    return new Removed(
        removed(mode, Kind.LANES, ledgerBegins),
        removed(mode, Kind.OPERATIONS, now.minus(retention.operations())),
        removed(mode, Kind.LOOKUP_MISSES, now.minus(MISSES_KEPT)));
  }

  private long removed(Mode mode, Kind kind, Instant before) {
    if (mode == Mode.DRY_RUN) {
      return leftovers.count(kind, before);
    }
    long removed = 0;
    for (int chunk = 0; chunk < CHUNKS_MAX; chunk++) {
      int some = leftovers.remove(kind, before, CHUNK);
      removed += some;
      if (some < CHUNK) {
        break;
      }
    }
    return removed;
  }

  /// Goes through the months, the ledger's first: the others go by what is left of it.
  private final class Sweep {
    private final Mode mode;
    private final List<StoredMonth> letGo = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();

    Sweep(Mode mode) {
      this.mode = mode;
    }

    void before(YearMonth from, Rows rows) {
      months.months(rows).stream()
          .filter(month -> month.isBefore(from))
          .map(month -> new StoredMonth(rows, month))
          .forEach(this::sweep);
    }

    /// What became of an update is told from its attempts, so that they stay as long as it does. A
    /// month more, since the clocks that set the two times may disagree about which month it is.
    void attempts(YearMonth ledgerFrom) {
      YearMonth oldest =
          months.months(Rows.LEDGER).stream()
              .filter(month -> !isLetGo(month) && month.isBefore(ledgerFrom))
              .findFirst()
              .orElse(ledgerFrom);
      before(oldest.minusMonths(1), Rows.ATTEMPTS);
    }

    private void sweep(StoredMonth month) {
      Fate fate = mode == Mode.DRY_RUN ? months.fateOf(month) : months.letGo(month);
      switch (fate) {
        case Fate.LetGo _ -> letGo.add(month);
        case Fate.Undelivered(var channels) ->
            kept.add(
                new Kept(
                    month,
                    channels.stream()
                        .map(HouseKeeper::sentence)
                        .collect(Collectors.joining("; "))));
        case Fate.LedgerNeeds(YearMonth needed) -> {
          if (isLetGo(needed)) {
            letGo.add(month);
          } else {
            kept.add(new Kept(month, "the ledger of " + needed + " is still there"));
          }
        }
        case Fate.InUse _ ->
            kept.add(new Kept(month, "somebody uses it; the next run tries again"));
      }
    }

    /// Also where this run only says so.
    private boolean isLetGo(YearMonth ledger) {
      return letGo.contains(new StoredMonth(Rows.LEDGER, ledger));
    }
  }

  private static String sentence(StoredMonths.Waiting waiting) {
    return waiting.updates()
        + (waiting.updates() == 1 ? " update" : " updates")
        + " of channel "
        + waiting.channel()
        + " of store "
        + waiting.store()
        + (waiting.updates() == 1 ? " is" : " are")
        + " not delivered yet";
  }
}
