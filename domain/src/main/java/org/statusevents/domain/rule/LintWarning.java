package org.statusevents.domain.rule;

import java.util.List;
import org.statusevents.domain.event.EventType;

/// Something in a configuration that is legal and probably not meant (R9).
public record LintWarning(Code code, List<EventType> events, String sentence) {
  public LintWarning {
    events = List.copyOf(events);
  }

  public enum Code {
    /// Two rows that can fire in one operation share a label in one column and one notifies.
    SHARED_LABEL,
    /// A row notifies and no enabled channel exists.
    NOTIFY_WITHOUT_CHANNEL,
    /// A row notifies and has no label, so it never sends (R11).
    NOTIFY_WITHOUT_LABEL,
    /// A label is long for carts and pages (R4).
    LONG_LABEL
  }
}
