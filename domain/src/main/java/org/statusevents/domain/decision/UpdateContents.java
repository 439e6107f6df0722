package org.statusevents.domain.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.event.StandardEvent;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.order.Line;
import org.statusevents.domain.order.Order;

/// Builds what an update says.
public final class UpdateContents {
  private UpdateContents() {}

  /// R35: expected dates go out only where either column of their event has a label.
  public static boolean tellsExpectedDates(StoreConfiguration configuration) {
    return configuration.rules().rule(StandardEvent.ITEM_SET_EXPECTED_SHIP_DATE).hasLabels();
  }

  /// The fingerprint of the tracking numbers and ship dates that an update of the order would tell
  /// now; see [KnownOrder#toldFacts].
  public static long facts(Order order, StoreConfiguration configuration) {
    return FactsFingerprint.of(order, tellsExpectedDates(configuration));
  }

  /// The order as it stands, with nothing before it and no event behind it: what a resend by hand
  /// says (R32).
  public static UpdateContent current(Order order, StoreConfiguration configuration) {
    return of(Optional.of(order), order, List.of(), tellsExpectedDates(configuration));
  }

  static UpdateContent of(
      Optional<Order> before, Order after, List<AppliedEvent> applied, boolean tellsExpectedDates) {
    Map<Integer, Optional<LabelText>> previous = new HashMap<>();
    before.ifPresent(
        order -> order.lines().forEach(line -> previous.put(line.number(), line.label())));
    List<UpdateContent.LineContent> lines = new ArrayList<>(after.lines().size());
    for (Line line : after.lines()) {
      lines.add(
          new UpdateContent.LineContent(
              line.number(),
              line.sku(),
              line.name(),
              line.label(),
              previous.getOrDefault(line.number(), Optional.empty()),
              line.quantities().ordered(),
              line.quantities().shipped(),
              line.quantities().needed(),
              tellsExpectedDates ? line.expectedShipDate() : Optional.empty(),
              line.actualShipDate()));
    }
    return new UpdateContent(
        after.number(),
        after.cartOrderNumber(),
        after.version(),
        after.label(),
        before.flatMap(Order::label),
        lines,
        after.parcels(),
        applied.stream().map(event -> event.event().type().key()).toList());
  }
}
