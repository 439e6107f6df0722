package org.statusevents.adapters.persistence.document;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.statusevents.domain.order.Parcel;
import org.statusevents.domain.order.Parcel.ParcelLine;

/// Parcels of an order.
public final class ParcelDocument {
  private static final String LINES = "lines";

  private ParcelDocument() {}

  public static String text(List<Parcel> parcels) {
    return Json.text(parcels, ParcelDocument::write);
  }

  public static List<Parcel> readAll(JsonNode document) {
    return Json.list(document, ParcelDocument::read);
  }

  static JsonNode write(Parcel parcel) {
    ObjectNode document =
        Json.object()
            .put("carrier", parcel.carrier())
            .put("trackingNumber", parcel.trackingNumber());
    Json.putText(document, "shippedOn", parcel.shippedOn());
    document.set(LINES, writeLines(parcel.lines()));
    return document;
  }

  static void write(JsonGenerator out, Parcel parcel) throws IOException {
    out.writeTree(write(parcel));
  }

  static Parcel read(JsonNode document) {
    return new Parcel(
        Json.requiredText(document, "carrier"),
        Json.requiredText(document, "trackingNumber"),
        Json.text(document, "shippedOn", LocalDate::parse),
        readLines(Json.required(document, LINES)));
  }

  private static ArrayNode writeLines(List<ParcelLine> lines) {
    return Json.array(
        lines, line -> Json.object().put("line", line.line()).put("quantity", line.quantity()));
  }

  private static List<ParcelLine> readLines(JsonNode document) {
    return Json.list(
        document,
        line ->
            new ParcelLine(
                Json.requiredNumber(line, "line"), Json.requiredNumber(line, "quantity")));
  }
}
