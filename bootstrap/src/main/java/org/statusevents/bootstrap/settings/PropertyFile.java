package org.statusevents.bootstrap.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.statusevents.bootstrap.file.FileFailure;

/// A file of `name = value` lines in UTF-8, in Java's properties format.
public final class PropertyFile {
  private static final long BYTES_MAX = 1_000_000;

  private PropertyFile() {}

  /// The file's entries by name; what is wrong with it is added to `problems`.
  public static Map<String, String> read(Path file, List<String> problems) {
    Entries entries = new Entries(file, problems);
    try {
      if (Files.size(file) > BYTES_MAX) {
        problems.add(file + " is larger than " + BYTES_MAX + " bytes");
        return Map.of();
      }
      try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        entries.load(reader);
      }
    } catch (IOException e) {
      problems.add(file + " cannot be read: " + FileFailure.reason(e));
    } catch (IllegalArgumentException e) {
      problems.add(file + " cannot be read: " + e.getMessage());
    }
    return entries.byName;
  }

  /// Notes names that stand twice, of which the library would silently keep the last.
  private static final class Entries extends Properties {
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final transient List<String> problems;
    private final transient Map<String, String> byName = new TreeMap<>();

    Entries(Path file, List<String> problems) {
      this.file = file;
      this.problems = problems;
    }

    @Override
    public synchronized Object put(Object name, Object value) {
      if (byName.put((String) name, ((String) value).strip()) != null) {
        problems.add(name + " stands twice in " + file);
      }
      return value;
    }
  }
}
