package org.statusevents.domain.event;

import java.util.List;
import java.util.OptionalInt;

/// Which lines an event concerns.
public sealed interface LineSelection {
  /// Every line the order has when the event is applied.
  record AllLines() implements LineSelection {}

  /// No line is named, which only events allow whose lines may be left out.
  record NoLines() implements LineSelection {}

  /// The named lines, in the order given; at least one.
  record SomeLines(List<LineQuantity> lines) implements LineSelection {
    public SomeLines {
      lines = List.copyOf(lines);
      if (lines.isEmpty()) {
        throw new IllegalArgumentException("lines: none (expected: at least one)");
      }
    }
  }

  /// A line by number, and how many of it; without a quantity, all that the event can concern.
  record LineQuantity(int line, OptionalInt quantity) {
    public LineQuantity {
      if (quantity.isPresent() && quantity.getAsInt() < 1) {
        throw new IllegalArgumentException(
            "quantity: " + quantity.getAsInt() + " (expected: >= 1)");
      }
    }

    public static LineQuantity all(int line) {
      return new LineQuantity(line, OptionalInt.empty());
    }

    public static LineQuantity of(int line, int quantity) {
      return new LineQuantity(line, OptionalInt.of(quantity));
    }
  }

  /// True for all lines and for named ones.
  default boolean namesAny() {
    return !(this instanceof NoLines);
  }

  static LineSelection lines(Integer... numbers) {
    return new SomeLines(List.of(numbers).stream().map(LineQuantity::all).toList());
  }
}
