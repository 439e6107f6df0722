package org.statusevents.application.recording;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.statusevents.application.channel.ChannelAbilities;
import org.statusevents.application.recording.LoadedOrders.StoredOperation;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.decision.Decider;
import org.statusevents.domain.decision.Decision;
import org.statusevents.domain.decision.KnownOrder;
import org.statusevents.domain.decision.OrderDecision;
import org.statusevents.domain.decision.Policy;
import org.statusevents.domain.event.Operation;
import org.statusevents.domain.event.OperationId;
import org.statusevents.domain.order.OrderNumber;

/// The operations of one transaction, decided one after the other on what is stored and on what the
/// earlier ones of the batch left.
final class RecordingBatch {
  private final StoreConfiguration configuration;
  private final ChannelAbilities abilities;
  private final Receipts receipts;
  private final Instant now;
  private final Map<OrderNumber, KnownOrder> known;
  private final Map<OperationId, StoredOperation> recorded;
  private final Set<ChannelId> bound;
  private final List<DecidedOperation> decided = new ArrayList<>();
  private boolean refusedAny;

  RecordingBatch(
      LoadedOrders loaded,
      StoreConfiguration configuration,
      ChannelAbilities abilities,
      Receipts receipts,
      Instant now) {
    this.configuration = configuration;
    this.abilities = abilities;
    this.receipts = receipts;
    this.now = now;
    this.known = new HashMap<>(loaded.orders());
    this.recorded = new HashMap<>(loaded.operations());
    this.bound = new HashSet<>(loaded.boundChannels());
  }

  RecordingOutcome decide(SubmittedOperation submitted) {
    Operation operation = submitted.operation();
    StoredOperation earlier = recorded.get(operation.id());
    if (earlier != null) {
      boolean same = earlier.digest().equals(submitted.digest());
      refusedAny |= !same;
      return same
          ? new RecordingOutcome.AlreadyRecorded(earlier.receipt())
          : new RecordingOutcome.IdTaken(operation.id());
    }
    Policy policy = new Policy(configuration, abilities.byAdapter(), bound);
    return switch (Decider.decide(operation, known, policy)) {
      case Decision.Decided decision -> accept(decision, submitted.digest());
      case Decision.OrderUnknown _ -> refuse(new RecordingOutcome.OrderUnknown(operation.order()));
      case Decision.OrderExists exists ->
          refuse(new RecordingOutcome.OrderExists(operation.order(), exists.sameImport()));
      case Decision.DataRefused refused ->
          refuse(new RecordingOutcome.DataRefused(refused.problems()));
    };
  }

  private RecordingOutcome accept(Decision.Decided decision, String digest) {
    OperationReceipt receipt = receipts.receiptOf(decision, now);
    decided.add(new DecidedOperation(decision, receipt, digest));
    recorded.put(receipt.id(), new StoredOperation(digest, receipt));
    for (OrderDecision order : decision.orders()) {
      OrderNumber number = order.after().number();
      known.put(number, KnownOrder.after(order, Optional.ofNullable(known.get(number))));
      order.created().flatMap(created -> created.channel()).ifPresent(bound::add);
    }
    return new RecordingOutcome.Recorded(receipt);
  }

  private RecordingOutcome refuse(RecordingOutcome outcome) {
    refusedAny = true;
    return outcome;
  }

  boolean refusedAny() {
    return refusedAny;
  }

  List<DecidedOperation> decided() {
    return decided;
  }

  /// The outcomes of this batch where nothing of it is recorded.
  List<RecordingOutcome> heldBack(List<RecordingOutcome> outcomes) {
    Set<OperationId> notRecorded =
        decided.stream().map(each -> each.receipt().id()).collect(Collectors.toSet());
    return outcomes.stream()
        .map(outcome ->
            switch (outcome) {
              case RecordingOutcome.Recorded(OperationReceipt receipt) ->
                  new RecordingOutcome.HeldBack(receipt.id());
              // A twin within the batch was told the receipt of what is now held back.
              case RecordingOutcome.AlreadyRecorded(OperationReceipt receipt)
                  when notRecorded.contains(receipt.id()) ->
                  new RecordingOutcome.HeldBack(receipt.id());
              case RecordingOutcome.AlreadyRecorded _,
                  RecordingOutcome.IdTaken _,
                  RecordingOutcome.StoreUnknown _,
                  RecordingOutcome.OrderUnknown _,
                  RecordingOutcome.OrderExists _,
                  RecordingOutcome.DataRefused _,
                  RecordingOutcome.HeldBack _ ->
                  outcome;
            })
        .toList();
  }
}
