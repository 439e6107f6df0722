package org.statusevents.adapters.rest.recording;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.statusevents.adapters.rest.json.Field;
import org.statusevents.adapters.rest.json.Fields;
import org.statusevents.adapters.rest.json.Findings;
import org.statusevents.domain.event.EventNote;
import org.statusevents.domain.event.EventType;
import org.statusevents.domain.event.OccurredEvent;
import org.statusevents.domain.event.Operation;
import org.statusevents.domain.event.OperationId;
import org.statusevents.domain.order.OrderNumber;

/// Reads operations, all that is wrong with one at once.
final class OperationBody {
  static final String SOURCE_DEFAULT = "api";
  private static final Duration AHEAD_MAX = Duration.ofDays(1);

  /// The id and order of an operation that is only asked about.
  private static final OperationId HYPOTHETICAL = new OperationId("explain");

  private final KnownEvents events;
  private final String actorDefault;
  private final Instant now;

  OperationBody(KnownEvents events, String actorDefault, Instant now) {
    this.events = events;
    this.actorDefault = actorDefault;
    this.now = now;
  }

  /// What could be read. `operation` is there where nothing was found wrong; `part`, where
  /// something was, holds the events up to the first with something wrong, which can still be
  /// judged.
  record ReadOperation(Optional<Operation> operation, Optional<Operation> part) {}

  /// The operation, with findings where the document is none.
  ReadOperation read(JsonNode document, Findings findings) {
    Fields fields = Fields.of(document, findings);
    Optional<OperationId> id =
        fields.required("id").word(OperationId::problemWith, OperationId::new);
    Optional<OrderNumber> order =
        fields.required("order").word(OrderNumber::problemWith, OrderNumber::new);
    return read(fields, id, order);
  }

  /// What would happen to `order`: a document like an operation, of which only `events` is needed.
  ReadOperation readHypothetical(JsonNode document, OrderNumber order, Findings findings) {
    Fields fields = Fields.of(document, findings);
    Optional<OperationId> id =
        fields.optional("id").word(OperationId::problemWith, OperationId::new);
    Field named = fields.optional("order");
    if (named.isPresent() && !named.is(order.value())) {
      findings.add(named.pointer(), "(expected: nothing, or " + order + " as in the address)");
    }
    return read(fields, id.or(() -> Optional.of(HYPOTHETICAL)), Optional.of(order));
  }

  private ReadOperation read(Fields fields, Optional<OperationId> id, Optional<OrderNumber> order) {
    Optional<String> source = fields.optional("source").textIfAny(Operation.ORIGIN_LENGTH_MAX);
    Optional<String> actor = fields.optional("actor").textIfAny(Operation.ORIGIN_LENGTH_MAX);
    Field occurredAtField = fields.optional("occurredAt");
    Optional<Instant> occurredAt = occurredAtField.instant();
    if (occurredAt.isPresent() && occurredAt.get().isAfter(now.plus(AHEAD_MAX))) {
      fields.findings().add(occurredAtField.pointer(), "more than a day ahead");
    }
    // Where the order's number is wrong, the events are read all the same to find all that is.
    OrderNumber orderOrAny = order.orElse(new OrderNumber("0"));
    List<OccurredEvent> occurred = new ArrayList<>();
    boolean allFine = true;
    for (Field element : fields.required("events").elements(1, Operation.EVENTS_MAX)) {
      int found = fields.findings().all().size();
      Optional<OccurredEvent> event = event(element.object(), orderOrAny);
      if (allFine) {
        event.ifPresent(occurred::add);
        allFine = fields.findings().all().size() == found;
      }
    }
    fields.noOthers();
    if (order.isEmpty() || occurred.isEmpty()) {
      return new ReadOperation(Optional.empty(), Optional.empty());
    }
    Operation operation =
        new Operation(
            id.orElse(HYPOTHETICAL),
            source.orElse(SOURCE_DEFAULT),
            actor.orElse(actorDefault),
            occurredAt.orElse(now),
            order.get(),
            occurred);
    return fields.findings().none()
        ? new ReadOperation(Optional.of(operation), Optional.empty())
        : new ReadOperation(Optional.empty(), Optional.of(operation));
  }

  private Optional<OccurredEvent> event(Fields fields, OrderNumber order) {
    Field typeField = fields.required("type");
    Optional<EventType> type = typeField.known(events::find, "an event of this store");
    Fields data = fields.optional("data").objectOrEmpty();
    fields.noOthers();
    if (type.isEmpty()) {
      return Optional.empty();
    }
    EventNote note =
        new EventNote(
            data.optional("reason").textIfAny(EventNote.LENGTH_MAX),
            data.optional("reference").textIfAny(EventNote.LENGTH_MAX));
    var carried = new EventDataBody(data, order).read(type.get().dataShape());
    data.noOthers();
    return carried.map(known -> new OccurredEvent(type.get(), known, note));
  }
}
