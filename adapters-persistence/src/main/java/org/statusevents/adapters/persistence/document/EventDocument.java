package org.statusevents.adapters.persistence.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;
import org.statusevents.domain.event.EventData;
import org.statusevents.domain.event.EventNote;
import org.statusevents.domain.event.LineSelection;
import org.statusevents.domain.label.LabelText;

/// What an event carried, as its history row holds it. No person's data goes in: an import is
/// written without its contact and read back with one that is unknown.
public final class EventDocument {
  private static final String FORM = "form";
  private static final String LINES = "lines";
  private static final String LABEL = "label";
  private static final String DATE = "date";
  private static final String LINE = "line";
  private static final String PARCEL = "parcel";
  private static final String SKU = "sku";
  private static final String NAME = "name";
  private static final String QUANTITY = "quantity";

  private EventDocument() {}

  public static ObjectNode write(EventData data, EventNote note) {
    ObjectNode document = Json.object();
    writeData(document, data);
    Json.putText(document, "reason", note.reason());
    Json.putText(document, "reference", note.reference());
    return document;
  }

  public static EventNote readNote(JsonNode document) {
    return new EventNote(Json.text(document, "reason"), Json.text(document, "reference"));
  }

  private static void writeData(ObjectNode document, EventData data) {
    switch (data) {
      case EventData.Nothing _ -> document.put(FORM, "nothing");
      case EventData.AffectedLines(LineSelection lines) ->
          document.put(FORM, "affected-lines").set(LINES, LinesDocument.write(lines));
      case EventData.OrderedFromSupplier from -> {
        document.put(FORM, "ordered-from-supplier").set(LINES, LinesDocument.write(from.lines()));
        Json.putText(document, "supplier", from.supplier());
        Json.putText(document, "purchaseOrder", from.purchaseOrder());
      }
      case EventData.ExpectedShipDate(LineSelection lines, LocalDate date) ->
          document
              .put(FORM, "expected-ship-date")
              .put(DATE, date.toString())
              .set(LINES, LinesDocument.write(lines));
      case EventData.ActualShipDate(LineSelection lines, LocalDate date) ->
          document
              .put(FORM, "actual-ship-date")
              .put(DATE, date.toString())
              .set(LINES, LinesDocument.write(lines));
      case EventData.LinesAdded(var lines) ->
          document
              .put(FORM, "lines-added")
              .set(LINES, Json.array(lines, LinesDocument::writeNewLine));
      case EventData.LinesRevised(var revisions) ->
          document
              .put(FORM, "lines-revised")
              .set(LINES, Json.array(revisions, EventDocument::writeRevision));
      case EventData.LinesRevisedAlike alike -> {
        document.put(FORM, "lines-revised-alike").set(LINES, LinesDocument.write(alike.lines()));
        Json.putText(document, SKU, alike.sku());
        Json.putText(document, NAME, alike.name());
        alike.quantity().ifPresent(quantity -> document.put(QUANTITY, quantity));
      }
      case EventData.ParcelAdded(var parcel) ->
          document.put(FORM, "parcel-added").set(PARCEL, ParcelDocument.write(parcel));
      case EventData.ParcelEdited(String oldNumber, var parcel) ->
          document
              .put(FORM, "parcel-edited")
              .put("oldTrackingNumber", oldNumber)
              .set(PARCEL, ParcelDocument.write(parcel));
      case EventData.LineLabelsChosen(var labels) ->
          document
              .put(FORM, "line-labels-chosen")
              .set(LINES, Json.array(labels, EventDocument::writeChosen));
      case EventData.AllLineLabelsChosen(LabelText label) ->
          document.put(FORM, "all-line-labels-chosen").put(LABEL, label.value());
      case EventData.OrderLabelChosen(LabelText label) ->
          document.put(FORM, "order-label-chosen").put(LABEL, label.value());
      case EventData.MovedToNewOrder(LineSelection lines, var newOrder) -> {
        document.put(FORM, "moved-to-new-order").set(LINES, LinesDocument.write(lines));
        newOrder.ifPresent(order -> document.set("newOrder", ImportDocument.write(order)));
      }
      case EventData.Imported(var order) ->
          document.put(FORM, "imported").set("order", ImportDocument.write(order));
    }
  }

  public static EventData readData(JsonNode document) {
    String form = Json.requiredText(document, FORM);
    return switch (form) {
      case "nothing" -> new EventData.Nothing();
      case "affected-lines" -> new EventData.AffectedLines(lines(document));
      case "ordered-from-supplier" ->
          new EventData.OrderedFromSupplier(
              lines(document),
              Json.text(document, "supplier"),
              Json.text(document, "purchaseOrder"));
      case "expected-ship-date" -> new EventData.ExpectedShipDate(lines(document), date(document));
      case "actual-ship-date" -> new EventData.ActualShipDate(lines(document), date(document));
      case "lines-added" ->
          new EventData.LinesAdded(
              Json.list(Json.required(document, LINES), LinesDocument::readNewLine));
      case "lines-revised" ->
          new EventData.LinesRevised(
              Json.list(Json.required(document, LINES), EventDocument::readRevision));
      case "lines-revised-alike" ->
          new EventData.LinesRevisedAlike(
              lines(document),
              Json.text(document, SKU),
              Json.text(document, NAME),
              Json.number(document, QUANTITY));
      case "parcel-added" ->
          new EventData.ParcelAdded(ParcelDocument.read(Json.required(document, PARCEL)));
      case "parcel-edited" ->
          new EventData.ParcelEdited(
              Json.requiredText(document, "oldTrackingNumber"),
              ParcelDocument.read(Json.required(document, PARCEL)));
      case "line-labels-chosen" ->
          new EventData.LineLabelsChosen(
              Json.list(Json.required(document, LINES), EventDocument::readChosen));
      case "all-line-labels-chosen" -> new EventData.AllLineLabelsChosen(label(document));
      case "order-label-chosen" -> new EventData.OrderLabelChosen(label(document));
      case "moved-to-new-order" ->
          new EventData.MovedToNewOrder(
              lines(document),
              Optional.ofNullable(document.get("newOrder")).map(ImportDocument::read));
      case "imported" ->
          new EventData.Imported(ImportDocument.read(Json.required(document, "order")));
      default -> throw new IllegalArgumentException("stored event of unknown form: " + form);
    };
  }

  private static LineSelection lines(JsonNode document) {
    return LinesDocument.read(Json.required(document, LINES));
  }

  private static LocalDate date(JsonNode document) {
    return LocalDate.parse(Json.requiredText(document, DATE));
  }

  private static LabelText label(JsonNode document) {
    return new LabelText(Json.requiredText(document, LABEL));
  }

  private static JsonNode writeRevision(EventData.LineRevision revision) {
    ObjectNode document = Json.object().put(LINE, revision.line());
    Json.putText(document, SKU, revision.sku());
    Json.putText(document, NAME, revision.name());
    revision.quantity().ifPresent(quantity -> document.put(QUANTITY, quantity));
    return document;
  }

  private static EventData.LineRevision readRevision(JsonNode document) {
    return new EventData.LineRevision(
        Json.requiredNumber(document, LINE),
        Json.text(document, SKU),
        Json.text(document, NAME),
        Json.number(document, QUANTITY));
  }

  private static JsonNode writeChosen(EventData.ChosenLineLabel chosen) {
    return Json.object().put(LINE, chosen.line()).put(LABEL, chosen.label().value());
  }

  private static EventData.ChosenLineLabel readChosen(JsonNode document) {
    return new EventData.ChosenLineLabel(Json.requiredNumber(document, LINE), label(document));
  }
}
