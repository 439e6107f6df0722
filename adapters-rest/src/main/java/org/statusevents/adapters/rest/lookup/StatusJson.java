package org.statusevents.adapters.rest.lookup;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.LocalDate;
import org.statusevents.application.lookup.LookUpStatus.StatusView;
import org.statusevents.domain.order.CarrierLink;
import org.statusevents.domain.order.Line;
import org.statusevents.domain.order.Order;
import org.statusevents.domain.order.Parcel;

/// An order as its customer sees it: public label texts, and of persons the names alone.
final class StatusJson {
  private StatusJson() {}

  static ObjectNode of(StatusView status) {
    Order order = status.order();
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("number", order.number().value())
            .put("cartOrderNumber", order.cartOrderNumber().orElse(null))
            .put("orderLabel", status.labels().textOf(order.label()).orElse(null))
            .put("billToName", status.billToName().orElse(null))
            .put("shipToName", status.shipToName().orElse(null));
    ArrayNode lines = json.putArray("lines");
    order.lines().forEach(line -> lines.add(line(line, status)));
    ArrayNode parcels = json.putArray("parcels");
    order.parcels().forEach(parcel -> parcels.add(parcel(parcel)));
    return json;
  }

  private static ObjectNode line(Line line, StatusView status) {
    boolean tellsExpected = status.labels().tellsExpectedDates();
    return JsonNodeFactory.instance
        .objectNode()
        .put("sku", line.sku())
        .put("name", line.name())
        .put("label", status.labels().textOf(line.label()).orElse(null))
        .put("ordered", line.quantities().ordered())
        .put("shipped", line.quantities().shipped())
        .put("needed", line.quantities().needed())
        .put(
            "expectedShipDate",
            line.expectedShipDate()
                .filter(_ -> tellsExpected)
                .map(LocalDate::toString)
                .orElse(null))
        .put("actualShipDate", line.actualShipDate().map(LocalDate::toString).orElse(null));
  }

  private static ObjectNode parcel(Parcel parcel) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("carrier", parcel.carrier())
        .put("number", parcel.trackingNumber())
        .put(
            "url",
            CarrierLink.find(parcel.carrier(), parcel.trackingNumber())
                .map(URI::toString)
                .orElse(null))
        .put("shippedOn", parcel.shippedOn().map(LocalDate::toString).orElse(null));
  }
}
