package org.statusevents.bootstrap;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.statusevents.bootstrap.settings.Setting;
import org.statusevents.bootstrap.settings.Settings;
import org.statusevents.bootstrap.settings.SettingsReader;
import org.statusevents.bootstrap.settings.SettingsReader.SettingsOutcome;
import picocli.CommandLine.Option;

/// The options that say where a service keeps its data. What they leave open comes from
/// STATUSEVENTS_* in the environment, then from the file.
final class SettingsOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "settings as NAME = VALUE lines; the environment wins over it")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "folder for keys and the embedded database (statusevents-data)")
  private Optional<String> data = Optional.empty();

  /// All there is to set. Throws [WrongSettings] with everything that is wrong.
  Settings read(Map<Setting, String> further) {
    Map<Setting, String> commandLine = new EnumMap<>(Setting.class);
    commandLine.putAll(further);
    data.ifPresent(text -> commandLine.put(Setting.DATA, text));
    return switch (SettingsReader.read(commandLine, System.getenv(), file)) {
      case SettingsOutcome.Read(Settings settings) -> settings;
      case SettingsOutcome.Wrong(var problems) -> throw new WrongSettings(problems);
    };
  }

  Settings read() {
    return read(Map.of());
  }
}
