package org.statusevents.adapters.rest.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which bodies an endpoint takes.
public enum BodyRule {
  /// None; what comes is not read.
  NONE("", 0),
  JSON("application/json", 1024 * 1024),
  /// As [#JSON], or none at all.
  OPTIONAL_JSON("application/json", 1024 * 1024),
  /// A batch: a JSON array, or one JSON document per line.
  BATCH("application/json or application/x-ndjson", 4 * 1024 * 1024);

  private final String types;
  private final int bytesMax;

  BodyRule(String types, int bytesMax) {
    this.types = types;
    this.bytesMax = bytesMax;
  }

  public int bytesMax() {
    return bytesMax;
  }

  /// Why a body of that `Content-Type` and `Content-Encoding` is not taken; empty when it is. Of a
  /// body that may be left out, one without a type is taken until it proves not to be empty.
  public Optional<String> problemWith(
      Optional<String> contentType, Optional<String> encoding, boolean knownToBeEmpty) {
    boolean leftOut = this == OPTIONAL_JSON && (knownToBeEmpty || contentType.isEmpty());
    if (this == NONE || leftOut) {
      return Optional.empty();
    }
    String given = contentType.orElse("none");
    String[] parts = given.toLowerCase(Locale.ROOT).split(";", -1);
    if (!List.of(types.split(" or ", -1)).contains(parts[0].strip())) {
      return Optional.of("Content-Type: " + given + " (expected: " + types + ")");
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
