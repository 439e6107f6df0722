package org.statusevents.domain.decision;

import java.util.List;
import org.statusevents.domain.event.OccurredEvent;

/// An event as applied to one order: a row of its history. `sequence` counts 1..n per order.
public record AppliedEvent(
    long sequence, OccurredEvent event, List<LabelChange> changes, List<Verdict> verdicts) {
  public AppliedEvent {
    changes = List.copyOf(changes);
    verdicts = List.copyOf(verdicts);
  }
}
