package org.statusevents.domain.order;

import java.util.Optional;
import java.util.regex.Pattern;

/// The order system's number of an order, unique in its store.
public record OrderNumber(String value) implements Comparable<OrderNumber> {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._#:/-]{0,63}");

  public OrderNumber {
    problemWith(value)
        .ifPresent(problem -> {
          throw new IllegalArgumentException(problem);
        });
  }

  /// Why `text` cannot be an order number, as a sentence; empty when it can.
  public static Optional<String> problemWith(String text) {
    return FORM.matcher(text).matches()
        ? Optional.empty()
        : Optional.of(
            "order number: (expected: 1..64 of A-Z a-z 0-9 . _ # : / -, first a letter or digit)");
  }

  @Override
  public int compareTo(OrderNumber other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
