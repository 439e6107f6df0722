package org.statusevents.domain.event;

import java.util.Optional;

/// Free text that may come with any event: why, and the number the order system knows it by.
public record EventNote(Optional<String> reason, Optional<String> reference) {
  public static final int LENGTH_MAX = 2_000;
  public static final EventNote NONE = new EventNote(Optional.empty(), Optional.empty());
}
