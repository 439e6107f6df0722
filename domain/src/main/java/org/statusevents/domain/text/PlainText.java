package org.statusevents.domain.text;

import java.util.Optional;

/// Text that storage keeps and receivers read as it is: no half characters (lone surrogates), and
/// no control characters but line breaks and tabs. A database refuses U+0000 and would put another
/// character in the place of half a one, so such text must not come in at all.
public final class PlainText {
  private PlainText() {}

  /// What is wrong with `text`, to follow its name; empty when nothing is. Says nothing of length.
  public static Optional<String> problemWith(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t') {
        return Optional.of("holds a control character");
      }
      if (Character.getType(c) == Character.SURROGATE) {
        return Optional.of("holds half a character (a lone surrogate)");
      }
    }
    return Optional.empty();
  }
}
