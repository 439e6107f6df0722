package org.statusevents.benchmarks.database;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What is set on a database of ours; all else is PostgreSQL's default.
final class Conditions {
  private static final Map<String, String> SETTINGS =
      new TreeMap<>(
          Map.of("synchronous_commit", "on", "shared_buffers", "512MB", "max_connections", "150"));

  private Conditions() {}

  static String options() {
    return SETTINGS.entrySet().stream()
        .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
        .collect(Collectors.joining(" "));
  }

  static String text() {
    return SETTINGS.entrySet().stream()
        .map(setting -> setting.getKey() + " " + setting.getValue())
        .collect(Collectors.joining(", "));
  }
}
