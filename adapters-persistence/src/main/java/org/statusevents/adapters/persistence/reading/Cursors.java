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
