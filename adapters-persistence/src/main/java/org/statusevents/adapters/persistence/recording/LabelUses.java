package org.statusevents.adapters.persistence.recording;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.order.Line;
import org.statusevents.domain.order.Order;

/// Where labels stand on an order, by label; the empty text stands for none.
final class LabelUses {
  private LabelUses() {}

  /// Whether the order itself has the label, and how many of its lines.
  record Use(boolean onOrder, int lines) {
    private Use and(Use other) {
      return new Use(onOrder || other.onOrder, lines + other.lines);
    }
  }

  static Map<String, Use> of(Order order) {
    Map<String, Use> uses = new HashMap<>();
    add(uses, order.label(), new Use(true, 0));
    for (Line line : order.lines()) {
      add(uses, line.label(), new Use(false, 1));
    }
    return uses;
  }

  private static void add(Map<String, Use> uses, Optional<LabelText> label, Use use) {
    var _ = uses.merge(label.map(LabelText::value).orElse(""), use, Use::and);
  }
}
