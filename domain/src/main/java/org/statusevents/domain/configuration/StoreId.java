package org.statusevents.domain.configuration;

import java.util.Optional;
import java.util.regex.Pattern;

/// A merchant's world; the first part of every key.
public record StoreId(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,40}");

  public StoreId {
    problemWith(value)
        .ifPresent(problem -> {
          throw new IllegalArgumentException(problem);
        });
  }

  /// Why `text` cannot be a store id, as a sentence; empty when it can.
  public static Optional<String> problemWith(String text) {
    return FORM.matcher(text).matches()
        ? Optional.empty()
        : Optional.of("store: (expected: 1..40 of a-z 0-9 -)");
  }

  @Override
  public String toString() {
    return value;
  }
}
