package org.statusevents.bootstrap.importing;

import java.util.Map;
import java.util.Optional;

/// A row of a CSV file. With a `fault` its values are only those that stand before the fault can
/// have shifted anything, as far as that is known.
record CsvRow(Place place, Map<String, String> values, Optional<String> fault) {
  CsvRow {
    values = Map.copyOf(values);
  }

  /// The value of a column; empty for none.
  Optional<String> value(String column) {
    return Optional.ofNullable(values.get(column));
  }

  /// Where a row begins; the first line of a file is 1.
  record Place(String file, long line) {
    @Override
    public String toString() {
      return file + ":" + line;
    }
  }
}
