package org.statusevents.testkit.memory;

import java.util.Optional;
import org.statusevents.domain.decision.AppliedEvent;
import org.statusevents.domain.event.EventData;
import org.statusevents.domain.event.LineSelection;
import org.statusevents.domain.event.OccurredEvent;
import org.statusevents.domain.order.CustomerContact;
import org.statusevents.domain.order.OrderImport;

/// History holds no person's data (R36).
final class WithoutPerson {
  private WithoutPerson() {}

  static AppliedEvent of(AppliedEvent applied) {
    OccurredEvent event = applied.event();
    return switch (event.data()) {
      case EventData.Imported(OrderImport order) ->
          with(applied, new EventData.Imported(of(order)));
      case EventData.MovedToNewOrder(LineSelection lines, Optional<OrderImport> order) ->
          with(applied, new EventData.MovedToNewOrder(lines, order.map(WithoutPerson::of)));
      case EventData.Nothing _,
          EventData.AffectedLines _,
          EventData.OrderedFromSupplier _,
          EventData.ExpectedShipDate _,
          EventData.ActualShipDate _,
          EventData.LinesAdded _,
          EventData.LinesRevised _,
          EventData.LinesRevisedAlike _,
          EventData.ParcelAdded _,
          EventData.ParcelEdited _,
          EventData.LineLabelsChosen _,
          EventData.AllLineLabelsChosen _,
          EventData.OrderLabelChosen _ ->
          applied;
    };
  }

  private static AppliedEvent with(AppliedEvent applied, EventData data) {
    OccurredEvent event = applied.event();
    return new AppliedEvent(
        applied.sequence(),
        new OccurredEvent(event.type(), data, event.note()),
        applied.changes(),
        applied.verdicts());
  }

  private static OrderImport of(OrderImport order) {
    return new OrderImport(
        order.number(),
        order.cartOrderNumber(),
        order.channel(),
        order.orderedAt(),
        CustomerContact.UNKNOWN,
        order.lines());
  }
}
