package org.statusevents.domain.event;

import java.util.Optional;

/// An event that happened, with what it carried.
public record OccurredEvent(EventType type, EventData data, EventNote note) {
  public OccurredEvent {
    if (!data.fits(type.dataShape())) {
      throw new IllegalArgumentException(
          type.key()
              + " carries "
              + data.getClass().getSimpleName()
              + " (expected: "
              + type.dataShape()
              + ")");
    }
  }

  public static OccurredEvent of(EventType type, EventData data) {
    return new OccurredEvent(type, data, EventNote.NONE);
  }

  /// An event that carries nothing, or names no lines where they may be left out.
  public static OccurredEvent of(EventType type) {
    return of(
        type,
        switch (type.dataShape()) {
          case OPTIONAL_LINES -> new EventData.AffectedLines(new LineSelection.NoLines());
          case OPTIONAL_LINES_TO_NEW_ORDER ->
              new EventData.MovedToNewOrder(new LineSelection.NoLines(), Optional.empty());
          default -> new EventData.Nothing();
        });
  }
}
