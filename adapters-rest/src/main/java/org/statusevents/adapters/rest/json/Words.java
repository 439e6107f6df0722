package org.statusevents.adapters.rest.json;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The words that stand for the values of an enum: its names in camelCase.
public final class Words {
  private static final Map<Enum<?>, String> KNOWN = new ConcurrentHashMap<>();

  private Words() {}

  /// For example `inDelivery`.
  public static String of(Enum<?> value) {
    return KNOWN.computeIfAbsent(value, Words::wordOf);
  }

  private static String wordOf(Enum<?> value) {
    StringBuilder word = new StringBuilder();
    for (String part : value.name().toLowerCase(Locale.ROOT).split("_", -1)) {
      word.append(
          word.isEmpty()
              ? part
              : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
    }
    return word.toString();
  }

  /// The values of an enum by their words.
  public static <E extends Enum<E>> Map<String, E> all(Class<E> type) {
    Map<String, E> words = new LinkedHashMap<>();
    for (E value : type.getEnumConstants()) {
      words.put(of(value), value);
    }
    return words;
  }
}
