package org.statusevents.domain.event;

import java.util.Optional;
import java.util.regex.Pattern;

/// An event that a store added to the standard ones. Item and drop-ship scoped ones name lines;
/// none changes facts.
public record StoreEvent(String key, String displayName, EventScope scope, String description)
    implements EventType {
  private static final Pattern KEY = Pattern.compile("[A-Z][A-Z0-9_]{0,59}");

  public StoreEvent {
    problemWithKey(key)
        .ifPresent(problem -> {
          throw new IllegalArgumentException(problem);
        });
  }

  public static Optional<String> problemWithKey(String key) {
    if (!KEY.matcher(key).matches()) {
      return Optional.of("event key: \"" + key + "\" (expected: 1..60 of A-Z 0-9 _)");
    }
    if (StandardEvent.find(key).isPresent()) {
      return Optional.of("event key: \"" + key + "\" is a standard event");
    }
    return Optional.empty();
  }

  @Override
  public DataShape dataShape() {
    return scope.namesLines() ? DataShape.LINES : DataShape.OPTIONAL_LINES;
  }
}
