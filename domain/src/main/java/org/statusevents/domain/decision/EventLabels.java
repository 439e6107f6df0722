package org.statusevents.domain.decision;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.event.EventData;
import org.statusevents.domain.event.EventScope;
import org.statusevents.domain.event.EventType;
import org.statusevents.domain.event.OccurredEvent;
import org.statusevents.domain.event.StandardEvent;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.rule.StatusRule;

/// The labels an event puts where: those of its row, or for the two manual changes those that the
/// person chose (R16, R17).
record EventLabels(OccurredEvent event, StatusRule rule, StoreConfiguration configuration) {
  /// Order-scoped events that relabel cancelled and returned lines too ("settled here").
  private static final Set<StandardEvent> RELABELS_CLOSED_LINES =
      EnumSet.of(
          StandardEvent.ORDER_CANCEL,
          StandardEvent.ORDER_UNCANCEL,
          StandardEvent.ORDER_IMPORT,
          StandardEvent.ORDER_CHANGE_STATUS);

  static EventLabels of(OccurredEvent event, StoreConfiguration configuration) {
    return new EventLabels(event, configuration.rules().rule(event.type()), configuration);
  }

  boolean anyForLines() {
    return rule.itemLabel().isPresent() || event.type() == StandardEvent.ITEM_CHANGE_STATUS;
  }

  /// Order-scoped events concern every line (R13).
  boolean concernsAllLines() {
    return event.type().scope() == EventScope.ORDER;
  }

  boolean sparesClosedLines() {
    EventType type = event.type();
    return concernsAllLines()
        && !configuration.settings().relabelClosedLines()
        && !(type instanceof StandardEvent standard && RELABELS_CLOSED_LINES.contains(standard));
  }

  Optional<LabelText> forLine(int number) {
    if (event.data() instanceof EventData.AllLineLabelsChosen(LabelText label)) {
      return Optional.of(label);
    }
    if (event.data() instanceof EventData.LineLabelsChosen chosen) {
      for (EventData.ChosenLineLabel line : chosen.labels()) {
        if (line.line() == number) {
          return Optional.of(line.label());
        }
      }
    }
    return rule.itemLabel();
  }

  Optional<LabelText> forOrder() {
    return event.data() instanceof EventData.OrderLabelChosen(LabelText label)
        ? Optional.of(label)
        : rule.orderLabel();
  }

  /// What stands against an update before anything is compared (R10, R11, R26).
  Optional<NotSent> obstacle() {
    if (!configuration.settings().statusUpdatesEnabled()) {
      return Optional.of(NotSent.STATUS_UPDATES_OFF);
    }
    if (!rule.hasLabels() && !event.type().isManualChange()) {
      return Optional.of(NotSent.NO_LABEL_CONFIGURED);
    }
    return rule.notifies() ? Optional.empty() : Optional.of(NotSent.NOTIFY_OFF);
  }
}
