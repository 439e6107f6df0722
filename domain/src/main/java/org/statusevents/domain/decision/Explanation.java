package org.statusevents.domain.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.label.LabelText;

/// A decision in sentences that a merchant can read (R55).
public final class Explanation {
  private Explanation() {}

  /// The sentences on one order of a decision, in the order in which things happen.
  public static List<String> of(OrderDecision decision) {
    List<String> sentences = new ArrayList<>();
    for (AppliedEvent applied : decision.applied()) {
      String event = applied.event().type().displayName();
      if (applied.changes().isEmpty()) {
        sentences.add(event + " changes no label of order " + decision.after().number() + ".");
      }
      for (LabelChange change : applied.changes()) {
        sentences.add(event + " " + changed(change, decision) + ".");
      }
      for (Verdict verdict : applied.verdicts()) {
        sentences.add(event + ": " + told(verdict) + ".");
      }
    }
    return sentences;
  }

  private static String changed(LabelChange change, OrderDecision decision) {
    String what =
        change.line().isPresent()
            ? "line " + change.line().getAsInt()
            : "order " + decision.after().number();
    return "changes "
        + what
        + " from "
        + quoted(change.previous())
        + " to "
        + quoted(Optional.of(change.label()));
  }

  private static String quoted(Optional<LabelText> label) {
    return label.map(text -> "\"" + text + "\"").orElse("no label");
  }

  private static String told(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Owed(ChannelId channel) -> "channel " + channel + " gets an update";
      case Verdict.Withheld(Optional<ChannelId> channel, NotSent reason) ->
          channel.map(id -> "channel " + id + " gets no update").orElse("nobody gets an update")
              + ", because "
              + reason.sentence();
    };
  }
}
