package org.statusevents.adapters.rest.recording;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.statusevents.adapters.rest.json.Words;
import org.statusevents.adapters.rest.reading.ChangesJson;
import org.statusevents.application.recording.ExplainOperation.ExplainOutcome.Explained;
import org.statusevents.application.recording.OperationReceipt;
import org.statusevents.application.recording.OperationReceipt.ChannelReceipt;
import org.statusevents.application.recording.OperationReceipt.EventReceipt;
import org.statusevents.application.recording.OperationReceipt.OrderReceipt;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.decision.AppliedEvent;
import org.statusevents.domain.decision.LabelChange;
import org.statusevents.domain.decision.NotSent;
import org.statusevents.domain.decision.OrderDecision;
import org.statusevents.domain.decision.Verdict;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.domain.label.LabelText;

/// What an operation came to, or would come to: per order its labels, each change, and for each
/// channel the update it is owed or the reason why not.
final class OutcomeJson {
  private OutcomeJson() {}

  /// The answer to an operation. The same receipt gives the same text.
  static ObjectNode of(OperationReceipt receipt) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("operation", receipt.id().value());
    json.setAll(order(receipt.orders().getFirst()));
    json.put("occurredAt", receipt.occurredAt().toString());
    json.put("recordedAt", receipt.recordedAt().toString());
    json.put("actor", receipt.actor());
    json.put("source", receipt.source());
    json.put("configurationVersion", receipt.configurationVersion());
    ArrayNode newOrders = json.putArray("newOrders");
    receipt.orders().stream().skip(1).forEach(arisen -> newOrders.add(order(arisen)));
    return json;
  }

  /// What would happen; nothing did.
  static ObjectNode of(Explained explained) {
    ObjectNode json = order(explained.decision().orders().getFirst());
    ArrayNode sentences = json.putArray("sentences");
    explained.sentences().forEach(sentences::add);
    json.put("configurationVersion", explained.decision().configurationVersion());
    ArrayNode newOrders = json.putArray("newOrders");
    explained.decision().orders().stream().skip(1).forEach(o -> newOrders.add(order(o)));
    return json;
  }

  private static ObjectNode order(OrderReceipt order) {
    ObjectNode json = labels(order.order().value(), order.orderLabel(), order.version());
    ArrayNode lines = json.putArray("lines");
    order.lines().forEach(line -> lines.add(line(line.line(), line.label())));
    List<LabelChange> changes = new ArrayList<>();
    ArrayNode events = JsonNodeFactory.instance.arrayNode();
    for (EventReceipt event : order.events()) {
      changes.addAll(event.changes());
      events.add(
          event(event.sequence(), event.event(), event.changes(), receipts(event.channels())));
    }
    json.set("changes", ChangesJson.of(changes));
    json.set("events", events);
    json.set("channels", receipts(order.channels()));
    return json;
  }

  private static ObjectNode order(OrderDecision order) {
    ObjectNode json =
        labels(order.after().number().value(), order.after().label(), order.after().version());
    ArrayNode lines = json.putArray("lines");
    order.after().lines().forEach(line -> lines.add(line(line.number(), line.label())));
    List<LabelChange> changes = new ArrayList<>();
    ArrayNode events = JsonNodeFactory.instance.arrayNode();
    for (AppliedEvent applied : order.applied()) {
      changes.addAll(applied.changes());
      String event = applied.event().type().key();
      events.add(event(applied.sequence(), event, applied.changes(), verdicts(applied.verdicts())));
    }
    json.set("changes", ChangesJson.of(changes));
    json.set("events", events);
    json.set("channels", verdicts(order.verdicts()));
    return json;
  }

  private static ObjectNode labels(String order, Optional<LabelText> label, long version) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("order", order);
    json.put("orderLabel", label.map(LabelText::value).orElse(null));
    json.put("version", version);
    json.put("sequence", version);
    return json;
  }

  private static ObjectNode line(int number, Optional<LabelText> label) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("line", number);
    json.put("label", label.map(LabelText::value).orElse(null));
    return json;
  }

  private static ObjectNode event(
      long sequence, String event, List<LabelChange> changes, ArrayNode channels) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("sequence", sequence);
    json.put("event", event);
    json.set("changes", ChangesJson.of(changes));
    json.set("channels", channels);
    return json;
  }

  private static ArrayNode receipts(List<ChannelReceipt> receipts) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    for (ChannelReceipt receipt : receipts) {
      ObjectNode channel = channel(receipt.channel(), receipt.reason());
      receipt.update().ifPresent(update -> channel.put("update", update.toString()));
      json.add(channel);
    }
    return json;
  }

  private static ArrayNode verdicts(List<Verdict> verdicts) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    for (Verdict verdict : verdicts) {
      json.add(
          switch (verdict) {
            case Verdict.Owed(ChannelId id) -> channel(Optional.of(id), Optional.empty());
            case Verdict.Withheld(Optional<ChannelId> id, NotSent reason) ->
                channel(id, Optional.of(reason));
          });
    }
    return json;
  }

  private static ObjectNode channel(Optional<ChannelId> id, Optional<NotSent> reason) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("channel", id.map(ChannelId::value).orElse(null));
    UpdateState state = reason.isPresent() ? UpdateState.NOT_SENT : UpdateState.OWED;
    json.put("state", Words.of(state));
    reason.ifPresent(why -> json.put("reason", Words.of(why)));
    return json;
  }
}
