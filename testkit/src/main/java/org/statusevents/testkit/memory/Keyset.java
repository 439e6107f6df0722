package org.statusevents.testkit.memory;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.statusevents.application.reading.InvalidCursor;
import org.statusevents.application.reading.Page;
import org.statusevents.application.reading.PageRequest;
import org.statusevents.domain.text.PlainText;

/// Cuts a list that is sorted by a unique key into pages. `list` names the list, so that the cursor
/// of another one is refused.
record Keyset<T>(String list, Function<T, String> key) {
  /// A key for a number, in the order of numbers.
  static String key(long number) {
    return "%019d".formatted(number);
  }

  Page<T> page(List<T> all, PageRequest request) {
    String after = request.cursor().map(this::decoded).orElse("");
    List<T> rest = all.stream().filter(item -> key.apply(item).compareTo(after) > 0).toList();
    if (rest.size() <= request.limit()) {
      return new Page<>(rest, Optional.empty());
    }
    List<T> items = rest.subList(0, request.limit());
    return new Page<>(items, Optional.of(encoded(key.apply(items.getLast()))));
  }

  private String encoded(String position) {
    byte[] text = (list + "\n" + position).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  private String decoded(String cursor) {
    String text;
    try {
      text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw new InvalidCursor();
    }
    if (!text.startsWith(list + "\n")) {
      throw new InvalidCursor();
    }
    String position = text.substring(list.length() + 1);
    if (PlainText.problemWith(position).isPresent()) {
      throw new InvalidCursor();
    }
    return position;
  }
}
