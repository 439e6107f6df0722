package org.statusevents.application.recording;

import java.time.InstantSource;
import java.util.List;
import org.statusevents.application.recording.RecordOperations.Atomicity;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.event.EventData;
import org.statusevents.domain.event.OccurredEvent;
import org.statusevents.domain.event.Operation;
import org.statusevents.domain.event.OperationId;
import org.statusevents.domain.event.StandardEvent;
import org.statusevents.domain.order.OrderImport;

final class OrderImporter implements ImportOrders {
  private final RecordOperations recordOperations;
  private final InstantSource clock;

  OrderImporter(RecordOperations recordOperations, InstantSource clock) {
    this.recordOperations = recordOperations;
    this.clock = clock;
  }

  @Override
  public ImportOutcome importOrder(StoreId store, OrderImport order, String source, String actor) {
    Operation operation =
        new Operation(
            OperationId.ofImport(order.number()),
            source,
            actor,
            clock.instant(),
            order.number(),
            List.of(OccurredEvent.of(StandardEvent.ORDER_IMPORT, new EventData.Imported(order))));
    SubmittedOperation submitted = new SubmittedOperation(operation, order.fingerprint());
    return switch (recordOperations.record(store, List.of(submitted), Atomicity.EACH).getFirst()) {
      case RecordingOutcome.Recorded(OperationReceipt receipt) ->
          new ImportOutcome.Imported(receipt);
      case RecordingOutcome.AlreadyRecorded _ -> new ImportOutcome.AlreadyImported(order.number());
      case RecordingOutcome.IdTaken _ -> new ImportOutcome.ImportDiffers(order.number());
      case RecordingOutcome.OrderExists exists ->
          exists.sameImport()
              ? new ImportOutcome.AlreadyImported(order.number())
              : new ImportOutcome.ImportDiffers(order.number());
      case RecordingOutcome.StoreUnknown _ -> new ImportOutcome.StoreUnknown(store);
      case RecordingOutcome.DataRefused refused ->
          new ImportOutcome.DataRefused(refused.problems());
      case RecordingOutcome.OrderUnknown _, RecordingOutcome.HeldBack _ ->
          throw new IllegalStateException("an import needs no order and is a batch of its own");
    };
  }
}
