package org.statusevents.application.access;

import java.time.Instant;
import java.util.Optional;
import org.statusevents.domain.text.PlainText;

/// A key without its secret.
public record AccessKey(
    String id,
    StoreScope scope,
    Role role,
    String name,
    Instant createdAt,
    Optional<Instant> expiresAt) {
  public static final int NAME_LENGTH_MAX = 100;

  /// Why `text` cannot be a key's name, as a sentence; empty when it can.
  public static Optional<String> problemWithName(String text) {
    boolean fits = !text.isBlank() && text.strip().length() <= NAME_LENGTH_MAX;
    return fits
        ? PlainText.problemWith(text).map(problem -> "name: " + problem)
        : Optional.of("name: (expected: 1.." + NAME_LENGTH_MAX + " characters)");
  }
}
