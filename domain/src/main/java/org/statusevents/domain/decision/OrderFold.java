package org.statusevents.domain.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.statusevents.domain.event.EventData;
import org.statusevents.domain.event.OccurredEvent;
import org.statusevents.domain.order.Line;
import org.statusevents.domain.order.Order;
import org.statusevents.domain.order.OrderImport;
import org.statusevents.domain.order.OrderNumber;

/// The current order is the fold of its history: facts from what each event carried, labels as they
/// were applied, whatever the rules say today.
public final class OrderFold {
  private OrderFold() {}

  /// The order of that number after `history`, which has no gap and begins with the event that the
  /// order arose from; empty for no history.
  public static Optional<Order> fold(OrderNumber number, List<AppliedEvent> history) {
    Optional<Order> order = Optional.empty();
    for (AppliedEvent applied : history) {
      Optional<OrderImport> origin = origin(number, applied.event());
      Optional<Order> found = order.or(() -> origin.map(Order::from));
      if (found.isEmpty() || applied.sequence() != found.get().version() + 1) {
        throw new IllegalArgumentException(
            "history of " + number + " has a gap before sequence " + applied.sequence());
      }
      order = Optional.of(applied(found.get(), applied, origin.isPresent()));
    }
    return order;
  }

  /// The order as the event brought it in, where it did.
  private static Optional<OrderImport> origin(OrderNumber number, OccurredEvent event) {
    if (event.data() instanceof EventData.Imported(OrderImport order)) {
      return Optional.of(order);
    }
    return event.data() instanceof EventData.MovedToNewOrder(var _, var newOrder)
        ? newOrder.filter(order -> order.number().equals(number))
        : Optional.empty();
  }

  private static Order applied(Order found, AppliedEvent applied, boolean isOrigin) {
    List<DataProblem> problems = new ArrayList<>();
    Order order = found;
    if (!isOrigin) {
      order = new FactRecorder("", problems).record(found, applied.event());
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "history of " + found.number() + " cannot be folded: " + problems);
    }
    for (LabelChange change : applied.changes()) {
      order =
          change.line().isEmpty()
              ? order.withLabel(change.label())
              : order.mapLines(line -> relabelled(line, change));
    }
    return order.withVersion(applied.sequence());
  }

  private static Line relabelled(Line line, LabelChange change) {
    return line.number() == change.line().getAsInt() ? line.withLabel(change.label()) : line;
  }
}
