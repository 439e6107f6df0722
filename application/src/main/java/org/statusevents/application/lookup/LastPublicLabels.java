package org.statusevents.application.lookup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.statusevents.domain.decision.LabelChange;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.label.StatusLabel;
import org.statusevents.domain.label.StatusLabels;
import org.statusevents.domain.order.Line;
import org.statusevents.domain.order.Order;

/// A hidden label is for the merchant's house alone: the customer still sees the label before it.
record LastPublicLabels(StatusLabels labels) {

  boolean hidesAny(Order order) {
    return Stream.concat(
            order.label().stream(),
            order.lines().stream().map(Line::label).flatMap(Optional::stream))
        .anyMatch(this::hides);
  }

  /// The order with the newest label that is not hidden in the place of each that is, by `changes`,
  /// newest first; one that was never preceded by a public label stays.
  Order of(Order order, List<LabelChange> changes) {
    Map<OptionalInt, Optional<LabelText>> before = new HashMap<>();
    for (LabelChange change : changes) {
      Optional<LabelText> known = before.get(change.line());
      if (known == null || known.filter(this::hides).isPresent()) {
        before.put(change.line(), change.previous());
      }
    }
    Order shown =
        order
            .label()
            .filter(this::hides)
            .flatMap(_ -> lastPublic(before, OptionalInt.empty()))
            .map(order::withLabel)
            .orElse(order);
    return shown.mapLines(line ->
        line.label()
            .filter(this::hides)
            .flatMap(_ -> lastPublic(before, OptionalInt.of(line.number())))
            .map(line::withLabel)
            .orElse(line));
  }

  private Optional<LabelText> lastPublic(
      Map<OptionalInt, Optional<LabelText>> before, OptionalInt line) {
    return before.getOrDefault(line, Optional.empty()).filter(label -> !hides(label));
  }

  private boolean hides(LabelText label) {
    return labels.find(label).filter(StatusLabel::hidden).isPresent();
  }
}
