package org.statusevents.testkit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.statusevents.application.recording.SubmittedOperation;
import org.statusevents.domain.event.OccurredEvent;
import org.statusevents.domain.event.Operation;
import org.statusevents.domain.event.OperationId;
import org.statusevents.domain.order.OrderImport;
import org.statusevents.domain.order.OrderNumber;

/// Operations by `clerk@shop` in the order system, at [ManualClock#START].
public final class Operations {
  public static final String SOURCE = "oms";
  public static final String ACTOR = "clerk@shop";

  private Operations() {}

  public static Operation operation(String id, String order, OccurredEvent... events) {
    return new Operation(
        new OperationId(id),
        SOURCE,
        ACTOR,
        ManualClock.START,
        new OrderNumber(order),
        List.of(events));
  }

  public static Operation importing(OrderImport order) {
    return new Operation(
        OperationId.ofImport(order.number()),
        SOURCE,
        ACTOR,
        ManualClock.START,
        order.number(),
        List.of(Events.imported(order)));
  }

  /// Submitted with a digest that is equal for equal operations.
  public static SubmittedOperation submitted(Operation operation) {
    byte[] text = operation.toString().getBytes(StandardCharsets.UTF_8);
    return new SubmittedOperation(operation, UUID.nameUUIDFromBytes(text).toString());
  }
}
