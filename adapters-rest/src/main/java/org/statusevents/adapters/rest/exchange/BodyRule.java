package org.statusevents.adapters.rest.exchange;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Which bodies an endpoint takes.
public enum BodyRule {
  /// None; what comes is not read.
  NONE(Set.of(), 0),
  JSON(Set.of("application/json"), 1024 * 1024),
  /// A batch: a JSON array, or one JSON document per line.
  BATCH(Set.of("application/json", "application/x-ndjson"), 4 * 1024 * 1024);

  private final Set<String> types;
  private final int bytesMax;

  BodyRule(Set<String> types, int bytesMax) {
    this.types = types;
    this.bytesMax = bytesMax;
  }

  public int bytesMax() {
    return bytesMax;
  }

  /// Why a body of that `Content-Type` and `Content-Encoding` is not taken; empty when it is.
  public Optional<String> problemWith(Optional<String> contentType, Optional<String> encoding) {
    if (this == NONE) {
      return Optional.empty();
    }
    String expected = String.join(" or ", types.stream().sorted().toList());
    String given = contentType.orElse("none");
    String[] parts = given.toLowerCase(Locale.ROOT).split(";", -1);
    if (!types.contains(parts[0].strip())) {
      return Optional.of("Content-Type: " + given + " (expected: " + expected + ")");
    }
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].replace("\"", "").replace(" ", "");
      if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
        return Optional.of("Content-Type: " + given + " (expected: UTF-8)");
      }
    }
    return encoding
        .filter(coding -> !coding.equalsIgnoreCase("identity"))
        .map(coding -> "Content-Encoding: " + coding + " (expected: none)");
  }
}
