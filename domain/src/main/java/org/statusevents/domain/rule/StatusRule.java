package org.statusevents.domain.rule;

import java.util.Optional;
import org.statusevents.domain.event.EventType;
import org.statusevents.domain.label.LabelText;

/// A row of the table (R2): which label an event puts on lines, which on the order, and whether
/// channels are told.
public record StatusRule(
    EventType event,
    Optional<LabelText> itemLabel,
    Optional<LabelText> orderLabel,
    boolean notifies) {
  public StatusRule {
    if (event.isManualChange() && (itemLabel.isPresent() || orderLabel.isPresent())) {
      throw new IllegalArgumentException(event.key() + " carries its labels itself (R16, R17)");
    }
  }

  public static StatusRule empty(EventType event) {
    return new StatusRule(event, Optional.empty(), Optional.empty(), false);
  }

  public boolean hasLabels() {
    return itemLabel.isPresent() || orderLabel.isPresent();
  }

  /// The same row for that event.
  public StatusRule withEvent(EventType newEvent) {
    return new StatusRule(newEvent, itemLabel, orderLabel, notifies);
  }

  boolean uses(LabelText label) {
    return itemLabel.filter(label::equals).isPresent()
        || orderLabel.filter(label::equals).isPresent();
  }

  StatusRule replacing(LabelText old, Optional<LabelText> replacement) {
    return new StatusRule(
        event,
        itemLabel.flatMap(label -> label.equals(old) ? replacement : Optional.of(label)),
        orderLabel.flatMap(label -> label.equals(old) ? replacement : Optional.of(label)),
        notifies);
  }
}
