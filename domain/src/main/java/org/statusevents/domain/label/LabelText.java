package org.statusevents.domain.label;

import java.util.Optional;
import org.statusevents.domain.text.PlainText;

/// The text of a status label, as merchants read and type it (R4): trimmed, not blank, no quotes,
/// no control or half characters, at most [#LENGTH_MAX] characters. Equality is exact text (R27).
public record LabelText(String value) {
  public static final int LENGTH_MAX = 120;

  /// From here on a text is legal but longer than carts and pages like to show (R4).
  public static final int LENGTH_WARNED = 50;

  public LabelText {
    problemWith(value)
        .ifPresent(problem -> {
          throw new IllegalArgumentException(problem);
        });
    value = value.strip();
  }

  /// Why `text` cannot be a label, as a sentence; empty when it can.
  public static Optional<String> problemWith(String text) {
    String trimmed = text.strip();
    if (trimmed.isEmpty()) {
      return Optional.of("label text is blank (expected: 1.." + LENGTH_MAX + " characters)");
    }
    if (trimmed.length() > LENGTH_MAX) {
      return Optional.of(
          "label text has "
              + trimmed.length()
              + " characters (expected: at most "
              + LENGTH_MAX
              + ")");
    }
    for (int i = 0; i < trimmed.length(); i++) {
      char c = trimmed.charAt(i);
      if (c == '\'' || c == '"') {
        return Optional.of("label text holds a quote (expected: no ' and no \")");
      }
      if (Character.isISOControl(c)) {
        return Optional.of("label text holds a control character");
      }
    }
    return PlainText.problemWith(trimmed).map(problem -> "label text " + problem);
  }

  /// True where the text is legal but long enough to deserve a warning (R4).
  public boolean isLong() {
    return value.length() >= LENGTH_WARNED;
  }

  @Override
  public String toString() {
    return value;
  }
}
