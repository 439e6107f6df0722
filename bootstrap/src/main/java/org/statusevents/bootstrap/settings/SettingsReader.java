package org.statusevents.bootstrap.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Reads the settings. The command line wins over the environment, the environment over the file.
public final class SettingsReader {
  private final List<String> problems = new ArrayList<>();
  private final Map<Setting, String> values = new EnumMap<>(Setting.class);

  private SettingsReader() {}

  /// Reads all there is, or answers everything that is wrong with it at once. Names that begin like
  /// ours and are none, and any other name in the file, are wrong. An empty value is as good as
  /// none.
  public static SettingsOutcome read(
      Map<Setting, String> commandLine, Map<String, String> environment, Optional<Path> file) {
    SettingsReader reader = new SettingsReader();
    file.ifPresent(reader::takeFile);
    new TreeMap<>(environment)
        .forEach((key, value) -> {
          if (Setting.isOurs(key)) {
            reader.take(key, value, "the environment");
          }
        });
    reader.values.putAll(commandLine);
    reader.values.values().removeIf(String::isBlank);
    Settings settings = new SettingsParser(reader.values, reader.problems).parse();
    return reader.problems.isEmpty()
        ? new SettingsOutcome.Read(settings)
        : new SettingsOutcome.Wrong(reader.problems);
  }

  private void takeFile(Path file) {
    PropertyFile.read(file, problems).forEach((key, value) -> take(key, value, file.toString()));
  }

  private void take(String key, String value, String place) {
    Setting.find(key)
        .ifPresentOrElse(
            setting -> values.put(setting, value.strip()),
            () ->
                problems.add(
                    key
                        + " in "
                        + place
                        + " is not a setting"
                        + Setting.nearest(key)
                            .map(setting -> "; did you mean " + setting.key() + "?")
                            .orElse("")));
  }

  /// What came of reading.
  public sealed interface SettingsOutcome {
    record Read(Settings settings) implements SettingsOutcome {}

    /// Sentences, at least one; none of them repeats a secret.
    record Wrong(List<String> problems) implements SettingsOutcome {
      public Wrong {
        problems = List.copyOf(problems);
      }
    }
  }
}
