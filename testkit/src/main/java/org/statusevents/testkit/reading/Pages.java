package org.statusevents.testkit.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.statusevents.application.reading.InvalidCursor;
import org.statusevents.application.reading.Page;
import org.statusevents.application.reading.PageRequest;

/// Goes through a list page by page.
final class Pages {
  private static final int PAGES_MAX = 1_000;

  private Pages() {}

  /// All items of a list, read in pages of `limit`, all of which but the last must be full.
  static <T> List<T> all(int limit, Function<PageRequest, Page<T>> list) {
    List<T> items = new ArrayList<>();
    Page<T> page = list.apply(new PageRequest(limit, Optional.empty()));
    for (int i = 0; i < PAGES_MAX; i++) {
      items.addAll(page.items());
      if (page.next().isEmpty()) {
        assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
        return items;
      }
      assertThat(page.items()).hasSize(limit);
      page = list.apply(new PageRequest(limit, page.next()));
    }
    throw new AssertionError("still not at the end after " + PAGES_MAX + " pages");
  }

  /// The list, which must have more than one item, must refuse cursors that are none, its own after
  /// they were tampered with, and `foreign`, which another list gave.
  static <T> void assertRefusesOtherCursors(
      Function<PageRequest, Page<T>> list, Optional<String> foreign) {
    List<String> cursors = new ArrayList<>(List.of("", "1", "no cursor!", "AAAA", "'; drop", "ü"));
    cursors.add(foreign.orElseThrow());
    cursors.add("A".repeat(10_000));
    String own = list.apply(new PageRequest(1, Optional.empty())).next().orElseThrow();
    cursors.addAll(List.of(own + "!", own.substring(1), withNul(own)));
    for (String cursor : cursors) {
      assertThatThrownBy(() -> list.apply(new PageRequest(10, Optional.of(cursor))))
          .as("cursor \"%s\"", cursor)
          .isInstanceOf(InvalidCursor.class);
    }
  }

  private static String withNul(String cursor) {
    byte[] text = Base64.getUrlDecoder().decode(cursor);
    byte[] longer = Arrays.copyOf(text, text.length + 1);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(longer);
  }
}
