package org.statusevents.domain.label;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// One of the merchant's status labels. `color` is `#rrggbb`; `publicText` is what customers read,
/// by language tag, and is empty where the label itself is shown. A hidden label is not shown to
/// customers; an archived one can no longer be chosen, while orders keep it.
public record StatusLabel(
    LabelText text,
    LabelKind kind,
    String color,
    Map<String, String> publicText,
    boolean hidden,
    boolean archived) {
  public static final String COLOR_DEFAULT = "#808080";
  public static final int PUBLIC_TEXT_LENGTH_MAX = 200;
  private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");

  public StatusLabel {
    publicText = Map.copyOf(publicText);
    problemWithColor(color)
        .ifPresent(problem -> {
          throw new IllegalArgumentException(problem);
        });
  }

  /// A label with nothing but its text and kind.
  public static StatusLabel of(String text, LabelKind kind) {
    return new StatusLabel(new LabelText(text), kind, COLOR_DEFAULT, Map.of(), false, false);
  }

  public static Optional<String> problemWithColor(String color) {
    return COLOR.matcher(color).matches()
        ? Optional.empty()
        : Optional.of("color: \"" + color + "\" (expected: #rrggbb)");
  }

  public StatusLabel withText(LabelText newText) {
    return new StatusLabel(newText, kind, color, publicText, hidden, archived);
  }
}
