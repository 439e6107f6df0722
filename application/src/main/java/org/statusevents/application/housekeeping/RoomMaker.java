package org.statusevents.application.housekeeping;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.statusevents.application.housekeeping.StoredMonth.Rows;

final class RoomMaker implements MakeRoom {
  /// So long may housekeeping fail before intake does.
  private static final int MONTHS_AHEAD = 3;

  /// For nodes whose clocks are behind when a month begins.
  private static final int MONTHS_BEHIND = 1;

  private final StoredMonths months;

  RoomMaker(StoredMonths months) {
    this.months = months;
  }

  @Override
  public List<StoredMonth> makeRoom() {
    List<StoredMonth> missing = missing();
    missing.forEach(months::makeRoom);
    return missing;
  }

  List<StoredMonth> missing() {
    YearMonth current = YearMonth.from(months.now().atOffset(ZoneOffset.UTC));
    List<StoredMonth> missing = new ArrayList<>();
    for (Rows rows : Rows.values()) {
      List<YearMonth> there = months.months(rows);
      for (int ahead = -MONTHS_BEHIND; ahead <= MONTHS_AHEAD; ahead++) {
        YearMonth month = current.plusMonths(ahead);
        if (!there.contains(month)) {
          missing.add(new StoredMonth(rows, month));
        }
      }
    }
    return missing;
  }
}
