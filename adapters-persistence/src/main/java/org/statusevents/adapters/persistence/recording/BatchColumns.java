package org.statusevents.adapters.persistence.recording;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.statusevents.adapters.persistence.document.ChangesDocument;
import org.statusevents.adapters.persistence.document.EventDocument;
import org.statusevents.adapters.persistence.document.Json;
import org.statusevents.adapters.persistence.document.OrderLinesDocument;
import org.statusevents.adapters.persistence.document.ParcelDocument;
import org.statusevents.adapters.persistence.document.ReceiptDocument;
import org.statusevents.adapters.persistence.document.UpdateContentDocument;
import org.statusevents.adapters.persistence.document.VerdictsDocument;
import org.statusevents.adapters.persistence.recording.LabelUses.Use;
import org.statusevents.application.recording.DecidedOperation;
import org.statusevents.application.recording.OperationReceipt;
import org.statusevents.application.recording.OperationReceipt.ChannelReceipt;
import org.statusevents.application.recording.OperationReceipt.OrderReceipt;
import org.statusevents.domain.decision.AppliedEvent;
import org.statusevents.domain.decision.OrderDecision;
import org.statusevents.domain.order.CustomerContact;
import org.statusevents.domain.order.Order;
import org.statusevents.domain.order.OrderImport;
import org.statusevents.domain.order.OrderNumber;

/// Decided operations as rows, by table, for [RecordingMapper#save]. An order that several
/// operations touch is written once, as the last of them left it.
final class BatchColumns {
  private static final String NUMBER = "number";
  private static final String LABEL = "label";

  private final Columns operations =
      Columns.of(List.of("id", "digest", "receipt", "recorded_at"), List.of());
  private final Columns created =
      Columns.of(
          List.of(
              NUMBER,
              "cart_number",
              "channel",
              "ordered_at",
              LABEL,
              "fingerprint",
              "at",
              "lines",
              "parcels"),
          List.of("version"));
  private final Columns changed =
      Columns.of(List.of(NUMBER, LABEL, "at", "lines", "parcels"), List.of("version"));
  private final Columns unused = Columns.of(List.of(LABEL, NUMBER), List.of());
  private final Columns used = Columns.of(List.of(LABEL, NUMBER, "on_order"), List.of("lines"));
  private final Columns contacts =
      Columns.of(
          List.of(
              NUMBER, "locale", "bill_to_name", "postal_code", "email", "phone", "ship_to_name"),
          List.of());
  private final Columns updates =
      Columns.of(List.of(NUMBER, "channel", "id", "at"), List.of("sequence", "facts"));
  private final Columns history =
      Columns.of(
          List.of(
              NUMBER,
              "event",
              "operation",
              "source",
              "actor",
              "occurred_at",
              "recorded_at",
              "data",
              "changes",
              "verdicts",
              "content"),
          List.of("sequence", "configuration_version"));
  private final Map<OrderNumber, TouchedOrder> orders = new LinkedHashMap<>();

  private BatchColumns() {}

  static Map<String, Map<String, Object[]>> of(List<DecidedOperation> operations) {
    BatchColumns batch = new BatchColumns();
    operations.forEach(batch::add);
    batch.orders.values().forEach(batch::add);
    return batch.tables().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, table -> table.getValue().arrays()));
  }

  private Map<String, Columns> tables() {
    return Map.of(
        "operations", operations,
        "created", created,
        "changed", changed,
        "unused", unused,
        "used", used,
        "contacts", contacts,
        "updates", updates,
        "history", history);
  }

  /// What a batch made of one order: as it was before the first operation, and after the last.
  private record TouchedOrder(
      Optional<Order> before, Order after, Optional<OrderImport> created, Instant at) {
    TouchedOrder then(OrderDecision decision, Instant later) {
      return new TouchedOrder(before, decision.after(), created.or(decision::created), later);
    }
  }

  private void add(DecidedOperation operation) {
    OperationReceipt receipt = operation.receipt();
    operations.add(
        receipt.id().value(),
        operation.digest(),
        ReceiptDocument.text(receipt),
        receipt.recordedAt().toString());
    List<OrderDecision> decisions = operation.decision().orders();
    for (int i = 0; i < decisions.size(); i++) {
      OrderDecision decision = decisions.get(i);
      OrderReceipt order = receipt.orders().get(i);
      addHistory(decision, order, receipt);
      addUpdates(decision, order, receipt.recordedAt());
      orders.merge(
          decision.after().number(),
          new TouchedOrder(
              decision.before(), decision.after(), decision.created(), receipt.recordedAt()),
          (first, _) -> first.then(decision, receipt.recordedAt()));
    }
  }

  private void addHistory(OrderDecision decision, OrderReceipt order, OperationReceipt receipt) {
    for (int i = 0; i < decision.applied().size(); i++) {
      AppliedEvent applied = decision.applied().get(i);
      boolean last = applied.sequence() == decision.after().version();
      history.add(
          order.order().value(),
          applied.event().type().key(),
          receipt.id().value(),
          receipt.source(),
          receipt.actor(),
          receipt.occurredAt().toString(),
          receipt.recordedAt().toString(),
          Json.write(EventDocument.write(applied.event().data(), applied.event().note())),
          ChangesDocument.text(applied.changes()),
          VerdictsDocument.text(order.events().get(i).channels()),
          last ? Json.orNull(decision.content().map(UpdateContentDocument::text)) : null,
          applied.sequence(),
          receipt.configurationVersion());
    }
  }

  private void addUpdates(OrderDecision decision, OrderReceipt order, Instant at) {
    for (ChannelReceipt channel : order.channels()) {
      if (channel.update().isPresent()) {
        updates.add(
            order.order().value(),
            channel.channel().orElseThrow().value(),
            channel.update().get().toString(),
            at.toString(),
            decision.after().version(),
            decision.facts());
      }
    }
  }

  private void add(TouchedOrder touched) {
    Order after = touched.after();
    String lines = OrderLinesDocument.text(after.lines());
    String parcels = ParcelDocument.text(after.parcels());
    if (touched.created().isPresent()) {
      addCreated(touched, touched.created().get(), lines, parcels);
    } else {
      changed.add(
          after.number().value(),
          Json.orNull(after.label()),
          touched.at().toString(),
          lines,
          parcels,
          after.version());
    }
    addLabels(touched.before().map(LabelUses::of).orElse(Map.of()), after);
  }

  private void addCreated(
      TouchedOrder touched, OrderImport imported, String lines, String parcels) {
    Order after = touched.after();
    String number = after.number().value();
    created.add(
        number,
        Json.orNull(after.cartOrderNumber()),
        Json.orNull(after.channel()),
        Json.orNull(after.orderedAt().map(Json::storedTime)),
        Json.orNull(after.label()),
        imported.fingerprint(),
        touched.at().toString(),
        lines,
        parcels,
        after.version());
    CustomerContact contact = imported.contact();
    if (!contact.equals(CustomerContact.UNKNOWN)) {
      contacts.add(
          number,
          Json.orNull(contact.locale()),
          Json.orNull(contact.billToName()),
          Json.orNull(contact.postalCode()),
          Json.orNull(contact.email()),
          Json.orNull(contact.phone()),
          Json.orNull(contact.shipToName()));
    }
  }

  private void addLabels(Map<String, Use> before, Order after) {
    String number = after.number().value();
    Map<String, Use> now = LabelUses.of(after);
    for (String label : before.keySet()) {
      if (!now.containsKey(label)) {
        unused.add(label, number);
      }
    }
    now.forEach((label, use) -> {
      if (!use.equals(before.get(label))) {
        used.add(label, number, Boolean.toString(use.onOrder()), (long) use.lines());
      }
    });
  }
}
