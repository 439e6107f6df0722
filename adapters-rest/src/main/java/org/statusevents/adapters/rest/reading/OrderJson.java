package org.statusevents.adapters.rest.reading;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import org.statusevents.application.reading.ReadOrder.OrderView;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.order.CarrierLink;
import org.statusevents.domain.order.Line;
import org.statusevents.domain.order.Order;
import org.statusevents.domain.order.Parcel;

/// An order as clients see it. What is not known is `null`.
public final class OrderJson {
  private OrderJson() {}

  public static ObjectNode of(OrderView view) {
    Order order = view.order();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("number", order.number().value());
    json.put("cartOrderNumber", order.cartOrderNumber().orElse(null));
    json.put("channel", order.channel().map(ChannelId::value).orElse(null));
    json.put("orderedAt", order.orderedAt().map(Instant::toString).orElse(null));
    json.put("importedAt", view.importedAt().toString());
    json.put("changedAt", view.changedAt().toString());
    json.put("orderLabel", order.label().map(LabelText::value).orElse(null));
    json.put("version", order.version());
    ArrayNode lines = json.putArray("lines");
    order.lines().forEach(line -> lines.add(line(line)));
    ArrayNode parcels = json.putArray("parcels");
    order.parcels().forEach(parcel -> parcels.add(parcel(parcel)));
    return json;
  }

  private static ObjectNode line(Line line) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("line", line.number());
    json.put("sku", line.sku());
    json.put("name", line.name());
    json.put("label", line.label().map(LabelText::value).orElse(null));
    json.put("ordered", line.quantities().ordered());
    json.put("shipped", line.quantities().shipped());
    json.put("needed", line.quantities().needed());
    json.put("returned", line.quantities().returned());
    json.put("cancelled", line.quantities().cancelled());
    json.put("expectedShipDate", line.expectedShipDate().map(LocalDate::toString).orElse(null));
    json.put("actualShipDate", line.actualShipDate().map(LocalDate::toString).orElse(null));
    return json;
  }

  private static ObjectNode parcel(Parcel parcel) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("carrier", parcel.carrier());
    json.put("number", parcel.trackingNumber());
    json.put(
        "url",
        CarrierLink.find(parcel.carrier(), parcel.trackingNumber())
            .map(URI::toString)
            .orElse(null));
    json.put("shippedOn", parcel.shippedOn().map(LocalDate::toString).orElse(null));
    ArrayNode lines = json.putArray("lines");
    for (Parcel.ParcelLine line : parcel.lines()) {
      lines.addObject().put("line", line.line()).put("quantity", line.quantity());
    }
    return json;
  }
}
