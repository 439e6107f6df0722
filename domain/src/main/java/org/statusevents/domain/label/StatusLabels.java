package org.statusevents.domain.label;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The labels of a store in the merchant's order. Texts are unique ignoring case (R4); looking one
/// up is by exact text, since that is what carts compare.
public final class StatusLabels {
  private final List<StatusLabel> inOrder;
  private final Map<LabelText, StatusLabel> byText = new HashMap<>();
  private final Map<String, StatusLabel> byFoldedText = new HashMap<>();

  public StatusLabels(Collection<StatusLabel> labels) {
    inOrder = List.copyOf(labels);
    for (StatusLabel label : inOrder) {
      byText.put(label.text(), label);
      StatusLabel twin = byFoldedText.put(folded(label.text()), label);
      if (twin != null) {
        throw new IllegalArgumentException(
            "labels: \"" + twin.text() + "\" and \"" + label.text() + "\" differ in case only");
      }
    }
  }

  public static StatusLabels none() {
    return new StatusLabels(List.of());
  }

  public List<StatusLabel> all() {
    return inOrder;
  }

  public Optional<StatusLabel> find(LabelText text) {
    return Optional.ofNullable(byText.get(text));
  }

  public Optional<StatusLabel> findIgnoringCase(LabelText text) {
    return Optional.ofNullable(byFoldedText.get(folded(text)));
  }

  /// True where an event or a person may put this label on something: known and not archived.
  public boolean canBeChosen(LabelText text) {
    StatusLabel label = byText.get(text);
    return label != null && !label.archived();
  }

  /// Replaces the label of exactly that text, or adds the label at the end.
  public StatusLabels with(StatusLabel label) {
    return replacing(label.text(), label);
  }

  /// Puts `label` in the place of the label of text `old`; adds it at the end where there is none.
  public StatusLabels replacing(LabelText old, StatusLabel label) {
    List<StatusLabel> next = new ArrayList<>(inOrder.size() + 1);
    boolean replaced = false;
    for (StatusLabel present : inOrder) {
      boolean same = present.text().equals(old);
      next.add(same ? label : present);
      replaced |= same;
    }
    if (!replaced) {
      next.add(label);
    }
    return new StatusLabels(next);
  }

  public StatusLabels without(LabelText text) {
    return new StatusLabels(inOrder.stream().filter(label -> !label.text().equals(text)).toList());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StatusLabels that && inOrder.equals(that.inOrder);
  }

  @Override
  public int hashCode() {
    return inOrder.hashCode();
  }

  @Override
  public String toString() {
    return inOrder.toString();
  }

  private static String folded(LabelText text) {
    return text.value().toLowerCase(Locale.ROOT);
  }
}
