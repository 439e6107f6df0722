package org.statusevents.bootstrap.housekeeping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.statusevents.application.housekeeping.HouseReport;
import org.statusevents.application.housekeeping.HouseReport.Kept;
import org.statusevents.application.housekeeping.HouseReport.Removed;
import org.statusevents.application.housekeeping.KeepHouse.Mode;
import org.statusevents.application.housekeeping.StoredMonth;

/// What a run did, or would do, for people.
public final class HouseSentences {
  private HouseSentences() {}

  /// At least one sentence.
  public static List<String> of(HouseReport report, Mode mode) {
    String would = mode == Mode.DRY_RUN ? "would be " : "";
    List<String> sentences = new ArrayList<>();
    addMonths(sentences, would + "made room for", report.made());
    addMonths(sentences, would + "let go", report.letGo());
    for (Kept kept : report.kept()) {
      sentences.add(name(kept.month()) + ": kept, since " + kept.reason());
    }
    Removed removed = report.removed();
    addCount(sentences, removed.lanes(), "lanes of finished orders", would);
    addCount(sentences, removed.operations(), "operations that nobody asks for again", would);
    addCount(sentences, removed.lookupMisses(), "misses of look-ups", would);
    report.nothingLetGo().ifPresent(why -> sentences.add("nothing is let go, since " + why));
    return sentences.isEmpty() ? List.of("nothing to do") : List.copyOf(sentences);
  }

  private static void addMonths(List<String> sentences, String done, List<StoredMonth> months) {
    for (StoredMonth month : months) {
      sentences.add(name(month) + ": " + done);
    }
  }

  private static void addCount(List<String> sentences, long count, String what, String would) {
    if (count > 0) {
      sentences.add(count + " " + what + ": " + would + "removed");
    }
  }

  private static String name(StoredMonth month) {
    return month.rows().name().toLowerCase(Locale.ROOT) + " of " + month.month();
  }
}
