package org.statusevents.adapters.cart.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.channel.LabelMapping;
import org.statusevents.domain.decision.UpdateContent;
import org.statusevents.domain.decision.UpdateContent.LineContent;
import org.statusevents.domain.delivery.Update;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.order.CarrierLink;
import org.statusevents.domain.order.Parcel;

/// The messages of the webhook channel: CloudEvents 1.0 in structured JSON. The same update and
/// mapping give the same text, byte by byte. What is not known is `null`, never left out.
final class CloudEvents {
  static final String CONTENT_TYPE = "application/cloudevents+json";
  private static final String STATUS_CHANGED = "org.statusevents.order.status-changed.v1";
  private static final String CHANNEL_TEST = "org.statusevents.channel.test.v1";

  private CloudEvents() {}

  static String statusChanged(Update update, LabelMapping mapping) {
    UpdateContent content = update.content();
    ObjectNode event =
        event(
            update.id().toString(),
            "/stores/" + update.store(),
            STATUS_CHANGED,
            content.order().value(),
            update.owedAt());
    event.put("sequence", content.sequence());
    update.supersedesFrom().ifPresent(position -> event.put("supersedesfrom", position));
    event.set("data", data(content, mapping));
    return event.toString();
  }

  /// A message that says nothing of any order.
  static String test(String id, ChannelId channel, Instant at) {
    ObjectNode event = event(id, "/channels/" + channel, CHANNEL_TEST, channel.value(), at);
    event.set("data", JsonNodeFactory.instance.objectNode().put("channel", channel.value()));
    return event.toString();
  }

  private static ObjectNode event(
      String id, String source, String type, String subject, Instant time) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("specversion", "1.0")
        .put("id", id)
        .put("source", source)
        .put("type", type)
        .put("subject", subject)
        .put("time", time.toString())
        .put("datacontenttype", "application/json");
  }

  private static ObjectNode data(UpdateContent content, LabelMapping mapping) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("order", content.order().value());
    data.put("cartOrderNumber", content.cartOrderNumber().orElse(null));
    putLabel(data, "orderLabel", content.orderLabel(), mapping);
    putLabel(data, "previousOrderLabel", content.previousOrderLabel(), mapping);
    ArrayNode lines = data.putArray("lines");
    content.lines().forEach(line -> lines.add(line(line, mapping)));
    ArrayNode parcels = data.putArray("parcels");
    content.parcels().forEach(parcel -> parcels.add(parcel(parcel)));
    ArrayNode events = data.putArray("events");
    content.events().forEach(events::add);
    return data;
  }

  private static ObjectNode line(LineContent content, LabelMapping mapping) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("line", content.line());
    line.put("sku", content.sku());
    line.put("name", content.name());
    putLabel(line, "label", content.label(), mapping);
    putLabel(line, "previousLabel", content.previousLabel(), mapping);
    line.put("ordered", content.ordered());
    line.put("shipped", content.shipped());
    line.put("needed", content.needed());
    putDate(line, "expectedShipDate", content.expectedShipDate());
    putDate(line, "actualShipDate", content.actualShipDate());
    return line;
  }

  private static ObjectNode parcel(Parcel content) {
    ObjectNode parcel = JsonNodeFactory.instance.objectNode();
    parcel.put("carrier", content.carrier());
    parcel.put("number", content.trackingNumber());
    parcel.put(
        "url",
        CarrierLink.find(content.carrier(), content.trackingNumber())
            .map(Object::toString)
            .orElse(null));
    putDate(parcel, "shippedOn", content.shippedOn());
    ArrayNode lines = parcel.putArray("lines");
    for (Parcel.ParcelLine line : content.lines()) {
      lines.addObject().put("line", line.line()).put("quantity", line.quantity());
    }
    return parcel;
  }

  private static void putLabel(
      ObjectNode node, String name, Optional<LabelText> label, LabelMapping mapping) {
    node.put(name, label.map(mapping::textOf).orElse(null));
  }

  private static void putDate(ObjectNode node, String name, Optional<LocalDate> date) {
    node.put(name, date.map(LocalDate::toString).orElse(null));
  }
}
