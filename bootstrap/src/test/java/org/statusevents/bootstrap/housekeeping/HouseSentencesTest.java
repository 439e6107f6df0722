package org.statusevents.bootstrap.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.statusevents.application.housekeeping.HouseReport;
import org.statusevents.application.housekeeping.HouseReport.Kept;
import org.statusevents.application.housekeeping.HouseReport.Removed;
import org.statusevents.application.housekeeping.KeepHouse.Mode;
import org.statusevents.application.housekeeping.StoredMonth;
import org.statusevents.application.housekeeping.StoredMonth.Rows;

final class HouseSentencesTest {
  private static final Removed NOTHING = new Removed(0, 0, 0);
  private static final HouseReport REPORT =
      new HouseReport(
          List.of(new StoredMonth(Rows.HISTORY, YearMonth.of(2027, 1))),
          List.of(new StoredMonth(Rows.LEDGER, YearMonth.of(2026, 3))),
          List.of(
              new Kept(
                  new StoredMonth(Rows.LEDGER, YearMonth.of(2026, 2)),
                  "3 updates of channel web of store shop are not delivered yet")),
          new Removed(7, 0, 2),
          Optional.empty());

  @Test
  void aRunIsToldInOneSentenceEach() {
    assertThat(HouseSentences.of(REPORT, Mode.FOR_REAL))
        .containsExactly(
            "history of 2027-01: made room for",
            "ledger of 2026-03: let go",
            "ledger of 2026-02: kept, since 3 updates of channel web of store shop are not"
                + " delivered yet",
            "7 lanes of finished orders: removed",
            "2 misses of look-ups: removed");
  }

  @Test
  void aDryRunSaysThatItDidNothing() {
    assertThat(HouseSentences.of(REPORT, Mode.DRY_RUN))
        .contains(
            "history of 2027-01: would be made room for",
            "ledger of 2026-03: would be let go",
            "7 lanes of finished orders: would be removed");
  }

  @Test
  void nothingToDoIsSaidToo() {
    assertThat(
            HouseSentences.of(
                new HouseReport(List.of(), List.of(), List.of(), NOTHING, Optional.empty()),
                Mode.FOR_REAL))
        .containsExactly("nothing to do");
    assertThat(
            HouseSentences.of(
                new HouseReport(
                    List.of(), List.of(), List.of(), NOTHING, Optional.of("the clocks differ")),
                Mode.FOR_REAL))
        .containsExactly("nothing is let go, since the clocks differ");
  }
}
