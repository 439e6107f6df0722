package org.statusevents.domain.decision;

import java.util.List;
import org.statusevents.domain.event.OccurredEvent;

/// An event as it was applied, before its channels are settled.
final class DraftedEvent {
  private final long sequence;
  private final OccurredEvent event;
  private final List<LabelChange> changes;
  private NotSent withoutChannel = NotSent.STATUS_UPDATES_OFF;

  DraftedEvent(long sequence, OccurredEvent event, List<LabelChange> changes) {
    this.sequence = sequence;
    this.event = event;
    this.changes = changes;
  }

  List<LabelChange> changes() {
    return changes;
  }

  boolean changesOrderLabel() {
    return changes.stream().anyMatch(change -> change.line().isEmpty());
  }

  /// The reason that stands where no channel takes the order.
  NotSent withoutChannel() {
    return withoutChannel;
  }

  void withoutChannel(NotSent reason) {
    withoutChannel = reason;
  }

  AppliedEvent applied(List<Verdict> verdicts) {
    return new AppliedEvent(sequence, event, changes, verdicts);
  }
}
