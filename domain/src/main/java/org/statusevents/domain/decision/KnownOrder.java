package org.statusevents.domain.decision;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.order.Order;
import org.statusevents.domain.order.OrderImport;

/// An order as stored, with what a decision needs besides: the fingerprint of the import it arose
/// from, and what each channel was last told of its tracking numbers and ship dates, that is, the
/// fingerprint in the newest update that was accepted or is still on its way. A channel that was
/// told nothing is absent (R30).
public record KnownOrder(Order order, String importFingerprint, Map<ChannelId, Long> toldFacts) {
  public KnownOrder {
    toldFacts = Map.copyOf(toldFacts);
  }

  /// An order that has just come in.
  public static KnownOrder fresh(OrderImport order) {
    return new KnownOrder(Order.from(order), order.fingerprint(), Map.of());
  }

  /// What is known of an order once `decision` is applied; `before` is what was known when it was
  /// made, and empty for an order that arose from it.
  public static KnownOrder after(OrderDecision decision, Optional<KnownOrder> before) {
    Map<ChannelId, Long> told = new HashMap<>(before.map(KnownOrder::toldFacts).orElse(Map.of()));
    for (Verdict verdict : decision.verdicts()) {
      if (verdict instanceof Verdict.Owed(ChannelId channel)) {
        told.put(channel, decision.facts());
      }
    }
    String fingerprint =
        before
            .map(KnownOrder::importFingerprint)
            .or(() -> decision.created().map(OrderImport::fingerprint))
            .orElseThrow(() -> new IllegalArgumentException("an order neither known nor created"));
    return new KnownOrder(decision.after(), fingerprint, told);
  }
}
