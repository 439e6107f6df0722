package org.statusevents.domain.decision;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.order.Line;
import org.statusevents.domain.order.Order;

/// What a test sees of a decision, in short forms; a label that is none reads `-`.
final class Seen {
  private Seen() {}

  static String labelOf(Order order) {
    return text(order.label());
  }

  static List<String> lineLabelsOf(Order order) {
    return order.lines().stream().map(Line::label).map(Seen::text).toList();
  }

  private static String text(Optional<LabelText> label) {
    return label.map(LabelText::value).orElse("-");
  }

  static LabelChange lineChange(int line, String previous, String label) {
    return new LabelChange(OptionalInt.of(line), optional(previous), new LabelText(label));
  }

  static LabelChange orderChange(String previous, String label) {
    return new LabelChange(OptionalInt.empty(), optional(previous), new LabelText(label));
  }

  private static Optional<LabelText> optional(String label) {
    return label.equals("-") ? Optional.empty() : Optional.of(new LabelText(label));
  }

  static Verdict owed(String channel) {
    return new Verdict.Owed(new ChannelId(channel));
  }

  static Verdict withheld(String channel, NotSent reason) {
    return new Verdict.Withheld(Optional.of(new ChannelId(channel)), reason);
  }

  static Verdict nobody(NotSent reason) {
    return new Verdict.Withheld(Optional.empty(), reason);
  }

  /// The verdicts on one event, counted from 0.
  static List<Verdict> verdictsOn(OrderDecision decision, int event) {
    return decision.applied().get(event).verdicts();
  }
}
