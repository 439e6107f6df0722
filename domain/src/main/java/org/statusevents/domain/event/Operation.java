package org.statusevents.domain.event;

import java.time.Instant;
import java.util.List;
import org.statusevents.domain.order.OrderNumber;

/// One thing that somebody did to an order: 1..[#EVENTS_MAX] events, evaluated in sequence (R20).
/// `source` is the system that says so, `actor` the person or process behind it.
public record Operation(
    OperationId id,
    String source,
    String actor,
    Instant occurredAt,
    OrderNumber order,
    List<OccurredEvent> events) {
  public static final int EVENTS_MAX = 50;
  public static final int ORIGIN_LENGTH_MAX = 100;

  public Operation {
    events = List.copyOf(events);
    if (events.isEmpty() || events.size() > EVENTS_MAX) {
      throw new IllegalArgumentException(
          "events: " + events.size() + " (expected: 1.." + EVENTS_MAX + ")");
    }
  }
}
