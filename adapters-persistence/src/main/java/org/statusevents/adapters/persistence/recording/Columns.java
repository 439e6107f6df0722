package org.statusevents.adapters.persistence.recording;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rows of one table as columns for `unnest`. Each column has its type even where there is no row,
/// since a parameter without one would have the statement prepared anew.
final class Columns {
  private final List<Column> columns;

  private record Column(String name, Class<?> type, List<@Nullable Object> values) {}

  private Columns(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  /// Columns of these names: `texts` first, then `numbers`, which are `bigint`.
  static Columns of(List<String> texts, List<String> numbers) {
    List<Column> columns = new ArrayList<>();
    texts.forEach(name -> columns.add(new Column(name, String.class, new ArrayList<>())));
    numbers.forEach(name -> columns.add(new Column(name, Long.class, new ArrayList<>())));
    return new Columns(columns);
  }

  /// One more row, its values in the order of the columns.
  void add(@Nullable Object... values) {
    if (values.length != columns.size()) {
      throw new IllegalArgumentException(
          "values: " + values.length + " (expected: " + columns.size() + ")");
    }
    for (int i = 0; i < values.length; i++) {
      columns.get(i).values().add(values[i]);
    }
  }

  /// By name, arrays of equal length.
  Map<String, Object[]> arrays() {
    Map<String, Object[]> arrays = new HashMap<>();
    for (Column column : columns) {
      Object[] array = (Object[]) Array.newInstance(column.type(), column.values().size());
      arrays.put(column.name(), column.values().toArray(array));
    }
    return arrays;
  }
}
