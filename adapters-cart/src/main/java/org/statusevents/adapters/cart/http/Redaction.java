package org.statusevents.adapters.cart.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.statusevents.domain.delivery.Reply;

/// Makes what a receiver said fit to be kept and shown: without the channel's secrets, even where
/// the receiver repeats them as they were sent, without control characters, and cut.
public final class Redaction {
  private static final String INSTEAD = "***";

  private final List<String> secrets;

  public Redaction(Collection<String> secrets) {
    this.secrets =
        secrets.stream()
            .filter(secret -> !secret.isBlank())
            .flatMap(secret -> Stream.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8)))
            .distinct()
            // A secret may hold another one.
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /// At most [Reply#WORDS_LENGTH_MAX] characters on one line.
  public String words(String said) {
    String clean = said;
    for (String secret : secrets) {
      clean = clean.replace(secret, INSTEAD);
    }
    return cut(
        clean
            .codePoints()
            .map(c -> isPrintable(c) ? c : ' ')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
            .replaceAll(" {2,}", " ")
            .strip());
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /// The first [Reply#WORDS_LENGTH_MAX] characters, without half a one at the end.
  static String cut(String words) {
    if (words.length() <= Reply.WORDS_LENGTH_MAX) {
      return words;
    }
    int end = Reply.WORDS_LENGTH_MAX;
    return words.substring(0, Character.isHighSurrogate(words.charAt(end - 1)) ? end - 1 : end);
  }

  /// Says nothing of the secrets.
  @Override
  public String toString() {
    return "Redaction[" + secrets.size() + "]";
  }
}
