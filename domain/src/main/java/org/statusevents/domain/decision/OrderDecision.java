package org.statusevents.domain.decision;

import java.util.List;
import java.util.Optional;
import org.statusevents.domain.order.Order;
import org.statusevents.domain.order.OrderImport;

/// What an operation means for one order. `created` is the import that the order arose from, when
/// it did so in this operation; then `before` is empty. `verdicts` are the operation's own, one per
/// channel: at most one update per order and channel (R31). `content` is what the update says and
/// is there when any channel is owed one; `facts` fingerprints the tracking numbers and ship dates
/// in it.
public record OrderDecision(
    Optional<Order> before,
    Order after,
    Optional<OrderImport> created,
    List<AppliedEvent> applied,
    List<Verdict> verdicts,
    Optional<UpdateContent> content,
    long facts) {
  public OrderDecision {
    applied = List.copyOf(applied);
    verdicts = List.copyOf(verdicts);
  }
}
