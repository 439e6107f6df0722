package org.statusevents.adapters.rest.recording;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.statusevents.adapters.rest.json.JsonText;
import org.statusevents.adapters.rest.json.JsonText.ItemWriting;
import org.statusevents.adapters.rest.json.Words;
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
  static String of(OperationReceipt receipt) {
    return JsonText.of(out -> write(out, receipt));
  }

  static void write(JsonGenerator out, OperationReceipt receipt) throws IOException {
    List<OrderReceipt> orders = receipt.orders();
    out.writeStartObject();
    out.writeStringField("operation", receipt.id().value());
    writeMembers(out, orders.getFirst());
    out.writeStringField("occurredAt", receipt.occurredAt().toString());
    out.writeStringField("recordedAt", receipt.recordedAt().toString());
    out.writeStringField("actor", receipt.actor());
    out.writeStringField("source", receipt.source());
    out.writeNumberField("configurationVersion", receipt.configurationVersion());
    JsonText.list(out, "newOrders", behindFirst(orders), inBraces(OutcomeJson::writeMembers));
    out.writeEndObject();
  }

  /// What would happen; nothing did.
  static String of(Explained explained) {
    List<OrderDecision> orders = explained.decision().orders();
    return JsonText.of(out -> {
      out.writeStartObject();
      writeMembers(out, orders.getFirst());
      JsonText.list(out, "sentences", explained.sentences(), JsonGenerator::writeString);
      out.writeNumberField("configurationVersion", explained.decision().configurationVersion());
      JsonText.list(out, "newOrders", behindFirst(orders), inBraces(OutcomeJson::writeMembers));
      out.writeEndObject();
    });
  }

  private static <T> List<T> behindFirst(List<T> orders) {
    return orders.subList(1, orders.size());
  }

  private static <T> ItemWriting<T> inBraces(ItemWriting<T> members) {
    return (out, item) -> {
      out.writeStartObject();
      members.to(out, item);
      out.writeEndObject();
    };
  }

  private static void writeMembers(JsonGenerator out, OrderReceipt order) throws IOException {
    writeLabels(out, order.order().value(), order.orderLabel(), order.version());
    JsonText.list(
        out, "lines", order.lines(), (to, line) -> writeLine(to, line.line(), line.label()));
    List<LabelChange> changes = new ArrayList<>();
    order.events().forEach(event -> changes.addAll(event.changes()));
    JsonText.list(out, "changes", changes, OutcomeJson::writeChange);
    JsonText.list(out, "events", order.events(), OutcomeJson::writeEvent);
    JsonText.list(out, "channels", order.channels(), OutcomeJson::writeChannel);
  }

  private static void writeMembers(JsonGenerator out, OrderDecision order) throws IOException {
    writeLabels(
        out, order.after().number().value(), order.after().label(), order.after().version());
    JsonText.list(
        out,
        "lines",
        order.after().lines(),
        (to, line) -> writeLine(to, line.number(), line.label()));
    List<LabelChange> changes = new ArrayList<>();
    order.applied().forEach(applied -> changes.addAll(applied.changes()));
    JsonText.list(out, "changes", changes, OutcomeJson::writeChange);
    JsonText.list(out, "events", order.applied(), OutcomeJson::writeEvent);
    JsonText.list(out, "channels", order.verdicts(), OutcomeJson::writeChannel);
  }

  private static void writeLabels(
      JsonGenerator out, String order, Optional<LabelText> label, long version) throws IOException {
    out.writeStringField("order", order);
    out.writeStringField("orderLabel", text(label));
    out.writeNumberField("version", version);
    out.writeNumberField("sequence", version);
  }

  private static void writeLine(JsonGenerator out, int number, Optional<LabelText> label)
      throws IOException {
    out.writeStartObject();
    out.writeNumberField("line", number);
    out.writeStringField("label", text(label));
    out.writeEndObject();
  }

  private static void writeEvent(JsonGenerator out, EventReceipt event) throws IOException {
    out.writeStartObject();
    writeEvent(out, event.sequence(), event.event(), event.changes());
    JsonText.list(out, "channels", event.channels(), OutcomeJson::writeChannel);
    out.writeEndObject();
  }

  private static void writeEvent(JsonGenerator out, AppliedEvent applied) throws IOException {
    out.writeStartObject();
    writeEvent(out, applied.sequence(), applied.event().type().key(), applied.changes());
    JsonText.list(out, "channels", applied.verdicts(), OutcomeJson::writeChannel);
    out.writeEndObject();
  }

  private static void writeEvent(
      JsonGenerator out, long sequence, String event, List<LabelChange> changes)
      throws IOException {
    out.writeNumberField("sequence", sequence);
    out.writeStringField("event", event);
    JsonText.list(out, "changes", changes, OutcomeJson::writeChange);
  }

  /// A change without `line` is the order's own.
  private static void writeChange(JsonGenerator out, LabelChange change) throws IOException {
    out.writeStartObject();
    if (change.line().isPresent()) {
      out.writeNumberField("line", change.line().getAsInt());
    }
    out.writeStringField("previousLabel", text(change.previous()));
    out.writeStringField("label", change.label().value());
    out.writeEndObject();
  }

  private static void writeChannel(JsonGenerator out, ChannelReceipt receipt) throws IOException {
    out.writeStartObject();
    writeChannel(out, receipt.channel(), receipt.reason());
    if (receipt.update().isPresent()) {
      out.writeStringField("update", receipt.update().get().toString());
    }
    out.writeEndObject();
  }

  private static void writeChannel(JsonGenerator out, Verdict verdict) throws IOException {
    out.writeStartObject();
    switch (verdict) {
      case Verdict.Owed(ChannelId id) -> writeChannel(out, Optional.of(id), Optional.empty());
      case Verdict.Withheld(Optional<ChannelId> id, NotSent reason) ->
          writeChannel(out, id, Optional.of(reason));
    }
    out.writeEndObject();
  }

  private static void writeChannel(
      JsonGenerator out, Optional<ChannelId> id, Optional<NotSent> reason) throws IOException {
    UpdateState state = reason.isPresent() ? UpdateState.NOT_SENT : UpdateState.OWED;
    out.writeStringField("channel", id.map(ChannelId::value).orElse(null));
    out.writeStringField("state", Words.of(state));
    if (reason.isPresent()) {
      out.writeStringField("reason", Words.of(reason.get()));
    }
  }

  private static @Nullable String text(Optional<LabelText> label) {
    return label.map(LabelText::value).orElse(null);
  }
}
