package org.statusevents.adapters.persistence.reading;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.statusevents.application.reading.InvalidCursor;
import org.statusevents.application.reading.Page;
import org.statusevents.application.reading.PageRequest;
import org.statusevents.domain.text.PlainText;

/// Opaque cursors: the key of the last item behind the name of the list, so that a cursor of
/// another list is refused.
final class Cursors {
  private static final int LENGTH_MAX = 400;
  private static final char SEPARATOR = '\u001f';

  private Cursors() {}

  /// The keys in the request's cursor of that list; empty for the first page. Throws
  /// [InvalidCursor] where it is none of `list`, or has not `keys` of them.
  static Optional<List<String>> read(PageRequest page, String list, int keys) {
    if (page.cursor().isEmpty()) {
      return Optional.empty();
    }
    List<String> parts = parts(page.cursor().get());
    if (parts.size() != keys + 1 || !parts.getFirst().equals(list)) {
      throw new InvalidCursor();
    }
    return Optional.of(parts.subList(1, parts.size()));
  }

  private static List<String> parts(String cursor) {
    if (cursor.length() > LENGTH_MAX) {
      throw new InvalidCursor();
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      List<String> parts = List.of(text.split(String.valueOf(SEPARATOR), -1));
      if (parts.stream().anyMatch(part -> PlainText.problemWith(part).isPresent())) {
        throw new InvalidCursor();
      }
      return parts;
    } catch (IllegalArgumentException _) {
      throw new InvalidCursor();
    }
  }

  /// A number that a cursor holds. Throws [InvalidCursor] where it is none.
  static long number(String key) {
    try {
      return Long.parseLong(key);
    } catch (NumberFormatException _) {
      throw new InvalidCursor();
    }
  }

  /// The page of rows that were asked for with one more than the limit, to see whether any follow.
  static <R> Page<R> page(
      List<R> rows, PageRequest page, String list, Function<R, List<String>> keys) {
    if (rows.size() <= page.limit()) {
      return new Page<>(rows, Optional.empty());
    }
    List<R> items = rows.subList(0, page.limit());
    String text =
        list + SEPARATOR + String.join(String.valueOf(SEPARATOR), keys.apply(items.getLast()));
    return new Page<>(
        items,
        Optional.of(
            Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8))));
  }
}
