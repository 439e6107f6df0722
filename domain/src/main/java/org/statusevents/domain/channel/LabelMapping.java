package org.statusevents.domain.channel;

import java.util.HashMap;
import java.util.Map;
import org.statusevents.domain.label.LabelText;

/// A channel's mapping from label texts, exactly as written, to its own words (R39). A label that
/// is not mentioned goes out as it is.
public record LabelMapping(Map<LabelText, LabelTarget> targets) {
  public static final LabelMapping NONE = new LabelMapping(Map.of());

  public LabelMapping {
    targets = Map.copyOf(targets);
  }

  public LabelTarget targetOf(LabelText label) {
    LabelTarget target = targets.get(label);
    return target == null ? new LabelTarget.CartStatus(label.value()) : target;
  }

  /// The text that goes out where `label` is told: the cart's own word, or the label itself where
  /// none is mapped.
  public String textOf(LabelText label) {
    return switch (targetOf(label)) {
      case LabelTarget.CartStatus(String text) -> text;
      case LabelTarget.DoNotSend() -> label.value();
    };
  }

  /// The mapping after label `old` is called `renamed`.
  public LabelMapping renaming(LabelText old, LabelText renamed) {
    LabelTarget target = targets.get(old);
    if (target == null) {
      return this;
    }
    Map<LabelText, LabelTarget> next = new HashMap<>(targets);
    next.remove(old);
    next.put(renamed, target);
    return new LabelMapping(next);
  }
}
