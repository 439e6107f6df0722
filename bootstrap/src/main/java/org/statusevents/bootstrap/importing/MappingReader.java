package org.statusevents.bootstrap.importing;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.statusevents.bootstrap.importing.ImportMapping.ColumnName;
import org.statusevents.bootstrap.importing.ImportMapping.KeyColumn;
import org.statusevents.bootstrap.importing.ImportMapping.OrderField;
import org.statusevents.bootstrap.importing.ImportMapping.SourceFile;

/// Reads a mapping from its entries, noting everything that is wrong with it.
final class MappingReader {
  private static final Set<String> GENERAL = Set.of("separator", "null", "dates", "timeZone");
  private static final String COLUMNS = ".columns";
  private static final Set<OrderField> REQUIRED =
      Set.of(OrderField.LINE_SKU, OrderField.LINE_NAME, OrderField.LINE_QUANTITY);

  private final Map<String, String> entries;
  private final List<String> problems = new ArrayList<>();

  private MappingReader(Map<String, String> entries) {
    this.entries = new TreeMap<>(entries);
  }

  /// The mapping. Throws [ImportRefused] with all that is wrong.
  static ImportMapping read(Map<String, String> entries) {
    MappingReader reader = new MappingReader(entries);
    ImportMapping mapping = reader.mapping();
    if (!reader.problems.isEmpty()) {
      throw new ImportRefused(reader.problems);
    }
    return mapping;
  }

  private ImportMapping mapping() {
    Map<SourceFile, Integer> columns = new EnumMap<>(SourceFile.class);
    Map<KeyColumn, String> keys = new EnumMap<>(KeyColumn.class);
    Map<OrderField, List<ColumnName>> fields = new EnumMap<>(OrderField.class);
    entries.forEach((name, value) -> {
      Optional<KeyColumn> key = find(KeyColumn.values(), KeyColumn::text, name);
      Optional<OrderField> field = find(OrderField.values(), OrderField::text, name);
      Optional<SourceFile> file =
          name.endsWith(COLUMNS)
              ? find(
                  SourceFile.values(),
                  SourceFile::text,
                  name.substring(0, name.length() - COLUMNS.length()))
              : Optional.empty();
      if (key.isPresent()) {
        keys.put(key.get(), value);
      } else if (field.isPresent()) {
        fields.put(field.get(), columnNames(field.get(), value));
      } else if (file.isPresent()) {
        columns.put(file.get(), columnCount(name, value));
      } else if (!GENERAL.contains(name)) {
        problems.add(name + " is nothing that a mapping has");
      }
    });
    for (KeyColumn key : KeyColumn.values()) {
      if (key.required() && !keys.containsKey(key)) {
        problems.add(key.text() + " is missing");
      }
    }
    for (OrderField field : OrderField.values()) {
      if (REQUIRED.contains(field) && !fields.containsKey(field)) {
        problems.add(field.text() + " is missing");
      }
    }
    String pattern = entries.getOrDefault("dates", "uuuu-MM-dd");
    return new ImportMapping(
        separator(),
        entries.getOrDefault("null", ""),
        dates(pattern),
        pattern,
        timeZone(),
        columns,
        keys,
        fields);
  }

  private static <T> Optional<T> find(T[] values, Function<T, String> text, String name) {
    return Arrays.stream(values).filter(value -> text.apply(value).equals(name)).findFirst();
  }

  private List<ColumnName> columnNames(OrderField field, String value) {
    List<ColumnName> names = new ArrayList<>();
    for (String part : value.split(",", -1)) {
      String text = part.strip();
      int dot = text.indexOf('.');
      Optional<SourceFile> file =
          dot < 1
              ? Optional.empty()
              : find(SourceFile.values(), SourceFile::text, text.substring(0, dot))
                  .filter(found -> fits(field, found));
      if (file.isEmpty()) {
        problems.add(
            field.text()
                + ": \""
                + text
                + "\" (expected: "
                + (field.ofLine() ? "lines.COLUMN or products" : "orders.COLUMN or customers")
                + ".COLUMN)");
      } else {
        names.add(new ColumnName(file.get(), text.substring(dot + 1)));
      }
    }
    return names;
  }

  private static boolean fits(OrderField field, SourceFile file) {
    return switch (file) {
      case ORDERS, CUSTOMERS -> !field.ofLine();
      case LINES, PRODUCTS -> field.ofLine();
    };
  }

  private int columnCount(String name, String value) {
    if (!value.matches("[1-9]\\d{0,3}")) {
      problems.add(name + ": \"" + value + "\" (expected: 1..9999)");
      return 1;
    }
    return Integer.parseInt(value);
  }

  private char separator() {
    String text = entries.getOrDefault("separator", ",");
    String plain = text.equals("tab") ? "\t" : text;
    if (plain.length() != 1 || plain.equals("\"")) {
      problems.add("separator: \"" + text + "\" (expected: one character, or tab)");
      return ',';
    }
    return plain.charAt(0);
  }

  /// Strict, so that the 30th of February is none; `yyyy` is taken as the year that it looks like.
  private DateTimeFormatter dates(String pattern) {
    try {
      return new DateTimeFormatterBuilder()
          .appendPattern(pattern)
          .parseDefaulting(ChronoField.ERA, 1)
          .toFormatter(Locale.ROOT)
          .withChronology(IsoChronology.INSTANCE)
          .withResolverStyle(ResolverStyle.STRICT);
    } catch (IllegalArgumentException e) {
      problems.add("dates: \"" + pattern + "\" (expected: a pattern as uuuu-MM-dd HH:mm)");
      return DateTimeFormatter.ISO_LOCAL_DATE;
    }
  }

  private ZoneId timeZone() {
    String text = entries.getOrDefault("timeZone", "UTC");
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      problems.add("timeZone: \"" + text + "\" (expected: as Europe/Berlin)");
      return ZoneId.of("UTC");
    }
  }
}
