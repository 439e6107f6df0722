package org.statusevents.bootstrap.importing;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.statusevents.bootstrap.importing.CsvRow.Place;
import org.statusevents.bootstrap.importing.ImportMapping.SourceFile;

/// Tells what became of each row: each that did not go in at once, all others in sums. For one
/// thread.
final class ImportReport {
  private final PrintStream out;
  private final Map<SourceFile, Map<Fate, Integer>> rows = new EnumMap<>(SourceFile.class);
  private final Map<String, Integer> events = new TreeMap<>();
  private boolean complete = true;

  ImportReport(PrintStream out) {
    this.out = out;
  }

  void went(SourceFile file, Fate fate, int count) {
    int _ =
        rows.computeIfAbsent(file, _ -> new EnumMap<>(Fate.class)).merge(fate, count, Integer::sum);
  }

  void wrong(SourceFile file, Place place, String reason) {
    tell(file, place, Fate.WRONG, reason);
  }

  /// Right by itself, but of no use without the row that it belongs to.
  void skipped(SourceFile file, Place place, String reason) {
    tell(file, place, Fate.SKIPPED, reason);
  }

  private void tell(SourceFile file, Place place, Fate fate, String reason) {
    complete = false;
    went(file, fate, 1);
    out.println(place + ": " + fate.text() + ": " + reason);
  }

  void event(String outcome) {
    int _ = events.merge(outcome, 1, Integer::sum);
  }

  /// A row went in, but not what followed from it.
  void eventRefused(Place place, String reason) {
    complete = false;
    event("refused");
    out.println(place + ": event refused: " + reason);
  }

  boolean complete() {
    return complete;
  }

  void summarize() {
    rows.forEach((file, fates) -> {
      StringBuilder text = new StringBuilder();
      int all = 0;
      for (Fate fate : Fate.values()) {
        int count = fates.getOrDefault(fate, 0);
        all += count;
        if (count > 0 || fate == Fate.WRONG) {
          text.append(text.isEmpty() ? "" : ", ").append(count).append(' ').append(fate.text());
        }
      }
      out.println(file.text() + ": " + all + (all == 1 ? " row: " : " rows: ") + text);
    });
    if (!events.isEmpty()) {
      StringBuilder text = new StringBuilder();
      events.forEach((outcome, count) ->
          text.append(text.isEmpty() ? "" : ", ").append(count).append(' ').append(outcome));
      out.println("events: " + text);
    }
  }

  /// What can become of a row.
  enum Fate {
    IMPORTED,
    ALREADY_THERE,
    READ,
    WRONG,
    SKIPPED;

    String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
