package org.statusevents.bootstrap.importing;

import java.util.Map;
import java.util.Optional;

/// The row of another file that a row refers to, if any. A wrong row gives no values, and is no
/// fault of who refers to it; one that is not there at all is.
record Referred(Optional<CsvRow> row, Optional<String> problem) {
  static final Referred NOTHING = new Referred(Optional.empty(), Optional.empty());

  static Referred find(String id, Map<String, CsvRow> rows, boolean fileGiven) {
    Optional<CsvRow> row = Optional.ofNullable(rows.get(id));
    return new Referred(
        row.filter(found -> found.fault().isEmpty()),
        fileGiven && row.isEmpty()
            ? Optional.of("refers to " + id + ", which is in no row")
            : Optional.empty());
  }

  Optional<String> value(String column) {
    return row.flatMap(found -> found.value(column));
  }
}
