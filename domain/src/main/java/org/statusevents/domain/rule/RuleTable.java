package org.statusevents.domain.rule;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.statusevents.domain.event.EventType;
import org.statusevents.domain.label.LabelText;

/// All rows of a store, immutable. `version` is the configuration version in which a row last
/// changed; an event without a row has an empty one.
public record RuleTable(long version, Map<EventType, StatusRule> rows) {
  public RuleTable {
    rows = Map.copyOf(rows);
  }

  public static RuleTable of(long version, Collection<StatusRule> rules) {
    Map<EventType, StatusRule> rows = new HashMap<>();
    for (StatusRule rule : rules) {
      rows.put(rule.event(), rule);
    }
    return new RuleTable(version, rows);
  }

  public StatusRule rule(EventType event) {
    StatusRule rule = rows.get(event);
    return rule == null ? StatusRule.empty(event) : rule;
  }

  public RuleTable with(long newVersion, StatusRule rule) {
    Map<EventType, StatusRule> next = new HashMap<>(rows);
    next.put(rule.event(), rule);
    return new RuleTable(newVersion, next);
  }

  public RuleTable without(long newVersion, EventType event) {
    Map<EventType, StatusRule> next = new HashMap<>(rows);
    next.remove(event);
    return new RuleTable(newVersion, next);
  }

  /// The events whose row uses the label, in the order of their keys.
  public List<EventType> usesOf(LabelText label) {
    return rows.values().stream()
        .filter(rule -> rule.uses(label))
        .map(StatusRule::event)
        .sorted((a, b) -> a.key().compareTo(b.key()))
        .toList();
  }

  /// Puts `replacement` where `old` stood; clears the cells where there is none (R5).
  public RuleTable replacing(long newVersion, LabelText old, Optional<LabelText> replacement) {
    Map<EventType, StatusRule> next = new HashMap<>();
    rows.forEach((event, rule) -> next.put(event, rule.replacing(old, replacement)));
    return new RuleTable(newVersion, next);
  }
}
