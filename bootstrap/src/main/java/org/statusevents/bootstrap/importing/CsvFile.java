package org.statusevents.bootstrap.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.statusevents.bootstrap.importing.ImportMapping.SourceFile;

/// Reads a CSV file in UTF-8 row by row. Its first row names the columns.
final class CsvFile {
  private static final long ROWS_MAX = 2_000_000;
  private static final char UNREADABLE = '\uFFFD';

  private final SourceFile source;
  private final Path path;
  private final ImportMapping mapping;

  CsvFile(SourceFile source, Path path, ImportMapping mapping) {
    this.source = source;
    this.path = path;
    this.mapping = mapping;
  }

  /// Hands every row after the first to `rows`, in order. Throws [ImportRefused] when the file
  /// cannot be read, or lacks a column of `needed`.
  // Without the method that goes away, one stray character after a quote would end the whole file.
  @SuppressWarnings("removal")
  void read(Set<String> needed, Consumer<CsvRow> rows) {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(mapping.separator())
            .detectBomHeader(true)
            .skipEmptyLines(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowExtraCharsAfterClosingQuote(true)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(path, StandardCharsets.UTF_8)) {
      Iterator<CsvRecord> records = reader.iterator();
      if (!records.hasNext()) {
        throw refused(" is empty");
      }
      List<String> names = columns(records.next(), needed);
      for (long count = 0; records.hasNext(); count++) {
        if (count >= ROWS_MAX) {
          throw refused(" has more than " + ROWS_MAX + " rows: split it");
        }
        rows.accept(row(records.next(), names));
      }
    } catch (CsvParseException e) {
      throw refused(" is no CSV any more: " + e.getMessage());
    } catch (IOException | UncheckedIOException e) {
      throw refused(" cannot be read: " + e);
    }
  }

  private List<String> columns(CsvRecord first, Set<String> needed) {
    List<String> names = first.getFields().stream().map(String::strip).toList();
    Set<String> missing = new TreeSet<>(needed);
    names.forEach(missing::remove);
    if (!missing.isEmpty()) {
      throw refused(" has no column " + missing + " (expected: as the mapping names them)");
    }
    return names;
  }

  private CsvRow row(CsvRecord csv, List<String> names) {
    int expected = mapping.columns().getOrDefault(source, names.size());
    Map<String, String> values = new HashMap<>();
    boolean readable = true;
    for (int i = 0; i < Math.min(names.size(), csv.getFieldCount()); i++) {
      String value = csv.getField(i).strip();
      readable &= value.indexOf(UNREADABLE) < 0;
      if (!value.isEmpty() && !value.equals(mapping.nullText())) {
        values.put(names.get(i), value);
      }
    }
    Optional<String> fault = Optional.empty();
    if (csv.getFieldCount() != expected) {
      boolean manyLines = csv.getFields().stream().anyMatch(field -> field.indexOf('\n') >= 0);
      fault =
          Optional.of(
              csv.getFieldCount()
                  + " fields (expected: "
                  + expected
                  + (manyLines ? "); runs over several lines: is a quote left open?" : ")"));
    } else if (!readable) {
      fault = Optional.of("holds bytes that are not UTF-8");
    }
    return new CsvRow(new CsvRow.Place(name(), csv.getStartingLineNumber()), values, fault);
  }

  String name() {
    return String.valueOf(path.getFileName());
  }

  private ImportRefused refused(String why) {
    return new ImportRefused(List.of(path + why));
  }

  static void mustBeReadable(Path path) {
    if (!Files.isReadable(path) || Files.isDirectory(path)) {
      throw new ImportRefused(List.of(path + " is not a file that can be read"));
    }
  }
}
