package org.statusevents.domain.configuration;

import java.util.List;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.event.EventType;
import org.statusevents.domain.label.LabelText;

/// What came of a configuration change.
public sealed interface ChangeOutcome {

  /// The next version, not in force before it is stored.
  record Changed(StoreConfiguration next) implements ChangeOutcome {}

  /// All was so already; no version is made.
  record Unchanged(StoreConfiguration current) implements ChangeOutcome {}

  /// The configuration stays as it is, for a reason.
  sealed interface Refusal extends ChangeOutcome {}

  /// Not in the store's list, or archived.
  record LabelUnknown(LabelText text) implements Refusal {}

  /// Another label has that text but for upper and lower case (R4).
  record LabelTaken(LabelText existing) implements Refusal {}

  /// Rules use the label: it can be neither archived nor, without a replacement, deleted (R5).
  record LabelInUse(LabelText text, List<EventType> events) implements Refusal {
    public LabelInUse {
      events = List.copyOf(events);
    }
  }

  record EventUnknown(String key) implements Refusal {}

  record ChannelUnknown(ChannelId id) implements Refusal {}

  /// [Changed] when anything but the numbers differs, else [Unchanged].
  static ChangeOutcome from(StoreConfiguration current, StoreConfiguration next) {
    boolean same =
        current.settings().equals(next.settings())
            && current.labels().equals(next.labels())
            && current.storeEvents().equals(next.storeEvents())
            && current.rules().rows().equals(next.rules().rows())
            && current.channels().equals(next.channels());
    return same ? new Unchanged(current) : new Changed(next);
  }
}
