package org.statusevents.adapters.rest.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.statusevents.application.reading.InvalidCursor;
import org.statusevents.application.reading.Page;
import org.statusevents.application.reading.PageRequest;

/// Pages as every list answers them: `items` and `next`.
public final class Listing {
  /// The query parameters of every list.
  public static final Set<String> PARAMETERS = Set.of("limit", "cursor");

  private Listing() {}

  /// The query parameters of a list that has filters too.
  public static Set<String> parametersWith(String... filters) {
    Set<String> all = new HashSet<>(List.of(filters));
    all.addAll(PARAMETERS);
    return Set.copyOf(all);
  }

  public static <T> Answer answer(Page<T> page, Function<T, JsonNode> write) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode items = json.putArray("items");
    page.items().forEach(item -> items.add(write.apply(item)));
    json.put("next", page.next().orElse(null));
    return Answer.ok(json);
  }

  /// A page of a list that is at hand as a whole. The cursor names the last item of the page before
  /// by its `id`; throws [InvalidCursor] where that item is gone.
  public static <T> Page<T> slice(List<T> all, Function<T, String> id, PageRequest page) {
    int from = page.cursor().map(cursor -> 1 + indexOf(all, id, decoded(cursor))).orElse(0);
    int to = Math.min(all.size(), from + page.limit());
    return new Page<>(
        all.subList(from, to),
        to < all.size() ? Optional.of(encoded(id.apply(all.get(to - 1)))) : Optional.empty());
  }

  /// The cursor that stands for `id`.
  public static String encoded(String id) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(id.getBytes(StandardCharsets.UTF_8));
  }

  /// The id that `cursor` stands for; throws [InvalidCursor] where it is none of ours.
  public static String decoded(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw new InvalidCursor();
    }
  }

  private static <T> int indexOf(List<T> all, Function<T, String> id, String wanted) {
    for (int i = 0; i < all.size(); i++) {
      if (id.apply(all.get(i)).equals(wanted)) {
        return i;
      }
    }
    throw new InvalidCursor();
  }
}
