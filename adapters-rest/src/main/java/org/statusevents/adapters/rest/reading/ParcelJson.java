package org.statusevents.adapters.rest.reading;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.LocalDate;
import org.statusevents.domain.order.CarrierLink;
import org.statusevents.domain.order.Parcel;

/// A parcel on its way, without what is in it.
public final class ParcelJson {
  private ParcelJson() {}

  public static ObjectNode of(Parcel parcel) {
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
