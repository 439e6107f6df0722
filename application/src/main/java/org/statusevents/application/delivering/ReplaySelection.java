package org.statusevents.application.delivering;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.domain.order.OrderNumber;

/// Which of a channel's updates to send again.
public sealed interface ReplaySelection {

  /// Just these.
  record ById(Set<UpdateId> updates) implements ReplaySelection {
    public static final int UPDATES_MAX = 100;

    public ById {
      updates = Set.copyOf(updates);
    }
  }

  /// Those owed from `from` on (inclusive) and before `to`, of these orders, in that state; each is
  /// no limit where it is empty. No state but [UpdateState#ACCEPTED], [UpdateState#REFUSED],
  /// [UpdateState#SUPERSEDED] and [UpdateState#PARKED] selects anything: what waits is sent anyway.
  record ByFilter(
      Optional<Instant> from,
      Optional<Instant> to,
      Set<OrderNumber> orders,
      Optional<UpdateState> state)
      implements ReplaySelection {
    public static final int ORDERS_MAX = 500;

    public ByFilter {
      orders = Set.copyOf(orders);
    }
  }
}
