package org.statusevents.testkit;

import java.util.Optional;
import org.statusevents.domain.event.EventType;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.rule.StatusRule;

/// Rows of a rule table: without labels and silent, until `with...` says otherwise.
public record Rules(StatusRule rule) {
  public static Rules of(EventType event) {
    return new Rules(StatusRule.empty(event));
  }

  public Rules withOrderLabel(LabelText label) {
    return new Rules(
        new StatusRule(rule.event(), rule.itemLabel(), Optional.of(label), rule.notifies()));
  }

  public Rules withItemLabel(LabelText label) {
    return new Rules(
        new StatusRule(rule.event(), Optional.of(label), rule.orderLabel(), rule.notifies()));
  }

  public Rules withNotify() {
    return new Rules(new StatusRule(rule.event(), rule.itemLabel(), rule.orderLabel(), true));
  }
}
