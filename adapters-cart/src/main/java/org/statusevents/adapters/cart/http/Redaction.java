package org.statusevents.adapters.cart.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.statusevents.domain.delivery.Reply;

/// Makes what a receiver said fit to be kept and shown: without the channel's secrets, even where
/// the receiver repeats them as they were sent or escaped for a page of its own, without control
/// characters, and cut.
public final class Redaction {
  private static final String INSTEAD = "***";
  private static final Map<Integer, String> ENTITIES =
      Map.of(
          (int) '&',
          "amp",
          (int) '<',
          "lt",
          (int) '>',
          "gt",
          (int) '"',
          "quot",
          (int) '\'',
          "apos");

  private final List<String> secrets;

  public Redaction(Collection<String> secrets) {
    this.secrets =
        secrets.stream()
            .filter(secret -> !secret.isBlank())
            .distinct()
            // A secret may hold another one.
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  private static Pattern inAnyWriting(String secret) {
    return Pattern.compile(
        secret.codePoints().mapToObj(Redaction::writings).collect(Collectors.joining()));
  }

  /// A character as it is, in forms, in pages and in JSON. Letters and digits are written as they
  /// are everywhere.
  private static String writings(int c) {
    String itself = Character.toString(c);
    if (c < 0x80 && Character.isLetterOrDigit(c)) {
      return itself;
    }
    String inForms = URLEncoder.encode(itself, StandardCharsets.UTF_8);
    String inUtf8 =
        HexFormat.of().withPrefix("%").formatHex(itself.getBytes(StandardCharsets.UTF_8));
    return "(?:"
        + Stream.of(itself, inForms, "\\" + itself)
            .distinct()
            .map(Pattern::quote)
            .collect(Collectors.joining("|"))
        + "|(?i:"
        + String.join(
            "|",
            inUtf8,
            "&#0*" + c + ";",
            "&#x0*" + Integer.toHexString(c) + ";",
            "&" + ENTITIES.getOrDefault(c, "#0*" + c) + ";",
            itself
                .chars()
                .mapToObj(unit -> "\\\\u%04x".formatted(unit))
                .collect(Collectors.joining()))
        + "))";
  }

  /// At most [Reply#WORDS_LENGTH_MAX] characters on one line.
  public String words(String said) {
    String clean = said;
    for (String secret : secrets) {
      // No writing of it is shorter, and most answers are.
      if (clean.length() >= secret.length()) {
        clean = inAnyWriting(secret).matcher(clean).replaceAll(INSTEAD);
      }
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
