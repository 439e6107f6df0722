package org.statusevents.domain.event;

import java.util.Optional;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.domain.text.PlainText;

/// The caller's unique id of an operation within its store (R25): 1..[#LENGTH_MAX] printable
/// characters. Ids beginning with [#IMPORT_PREFIX] belong to imports, so that an import can be
/// repeated without an id.
public record OperationId(String value) {
  public static final int LENGTH_MAX = 200;
  public static final String IMPORT_PREFIX = "import:";

  public OperationId {
    shapeProblem(value)
        .ifPresent(problem -> {
          throw new IllegalArgumentException(problem);
        });
  }

  public static OperationId ofImport(OrderNumber number) {
    return new OperationId(IMPORT_PREFIX + number.value());
  }

  /// Why a caller cannot use `text` as an id; empty when it can.
  public static Optional<String> problemWith(String text) {
    return text.startsWith(IMPORT_PREFIX)
        ? Optional.of("id: begins with \"" + IMPORT_PREFIX + "\", which is kept for imports")
        : shapeProblem(text);
  }

  private static Optional<String> shapeProblem(String text) {
    boolean printable =
        PlainText.problemWith(text).isEmpty() && text.chars().noneMatch(c -> c <= ' ');
    return text.isEmpty() || text.length() > LENGTH_MAX || !printable
        ? Optional.of("id: (expected: 1.." + LENGTH_MAX + " printable characters, no spaces)")
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
