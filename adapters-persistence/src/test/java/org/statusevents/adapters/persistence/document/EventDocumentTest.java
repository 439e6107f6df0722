package org.statusevents.adapters.persistence.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.event.EventData;
import org.statusevents.domain.event.EventNote;
import org.statusevents.domain.event.LineSelection;
import org.statusevents.domain.event.LineSelection.LineQuantity;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.order.CustomerContact;
import org.statusevents.domain.order.NewLine;
import org.statusevents.domain.order.OrderImport;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.domain.order.Parcel;
import org.statusevents.testkit.OrderFixture;

class EventDocumentTest {
  private static final LocalDate DAY = LocalDate.parse("2026-02-28");
  private static final LineSelection LINES =
      new LineSelection.SomeLines(List.of(LineQuantity.of(2, 3), LineQuantity.all(1)));
  private static final Parcel PARCEL =
      new Parcel("UPS \"x\" ß", "1Z", Optional.of(DAY), List.of(new Parcel.ParcelLine(1, 2)));
  private static final OrderImport ORDER =
      new OrderImport(
          new OrderNumber("A-2"),
          Optional.of("W 1"),
          Optional.of(new ChannelId("web")),
          Optional.of(Instant.parse("2026-02-28T10:00:00.123456Z")),
          CustomerContact.UNKNOWN,
          List.of(new NewLine(2, "B", "Bäh", 5), new NewLine(1, "A", "\\ \n", 1)));

  static Stream<EventData> data() {
    return Stream.of(
        new EventData.Nothing(),
        new EventData.AffectedLines(LINES),
        new EventData.AffectedLines(new LineSelection.AllLines()),
        new EventData.AffectedLines(new LineSelection.NoLines()),
        new EventData.OrderedFromSupplier(LINES, Optional.of("Acme"), Optional.of("PO-1")),
        new EventData.OrderedFromSupplier(LINES, Optional.empty(), Optional.empty()),
        new EventData.ExpectedShipDate(LINES, DAY),
        new EventData.ActualShipDate(new LineSelection.AllLines(), DAY),
        new EventData.LinesAdded(ORDER.lines()),
        new EventData.LinesRevised(
            List.of(
                new EventData.LineRevision(1, Optional.of("S"), Optional.of(""), OptionalInt.of(4)),
                new EventData.LineRevision(
                    2, Optional.empty(), Optional.empty(), OptionalInt.empty()))),
        new EventData.LinesRevisedAlike(
            LINES, Optional.empty(), Optional.of("N"), OptionalInt.of(2)),
        new EventData.LinesRevisedAlike(
            new LineSelection.AllLines(), Optional.of("S"), Optional.empty(), OptionalInt.empty()),
        new EventData.ParcelAdded(PARCEL),
        new EventData.ParcelEdited("old", new Parcel("", "new", Optional.empty(), List.of())),
        new EventData.LineLabelsChosen(
            List.of(new EventData.ChosenLineLabel(7, new LabelText("On its way")))),
        new EventData.AllLineLabelsChosen(new LabelText("Δ")),
        new EventData.OrderLabelChosen(new LabelText("Shipped")),
        new EventData.MovedToNewOrder(LINES, Optional.of(ORDER)),
        new EventData.MovedToNewOrder(new LineSelection.NoLines(), Optional.empty()),
        new EventData.Imported(ORDER));
  }

  @ParameterizedTest
  @MethodSource("data")
  void whatAnEventCarriedIsReadAsItWasWritten(EventData data) {
    assertThat(EventDocument.readData(stored(EventDocument.write(data, EventNote.NONE))))
        .isEqualTo(data);
  }

  @Test
  void everyFormOfDataIsAmongTheExamples() {
    assertThat(data().map(EventData::getClass).distinct())
        .hasSize(EventData.class.getPermittedSubclasses().length);
  }

  @Test
  void aNoteIsReadAsItWasWritten() {
    EventNote note = new EventNote(Optional.of("why?"), Optional.of("RMA-1"));

    assertThat(EventDocument.readNote(stored(EventDocument.write(new EventData.Nothing(), note))))
        .isEqualTo(note);
    assertThat(
            EventDocument.readNote(
                stored(EventDocument.write(new EventData.Nothing(), EventNote.NONE))))
        .isEqualTo(EventNote.NONE);
  }

  @Test
  void noDataOfAPersonIsWritten() {
    OrderImport order = OrderFixture.order("A-1").order();
    Stream.of(
            new EventData.Imported(order), new EventData.MovedToNewOrder(LINES, Optional.of(order)))
        .map(data -> Json.write(EventDocument.write(data, EventNote.NONE)))
        .forEach(text ->
            assertThat(text)
                .contains("A-1")
                .doesNotContain("Ada", OrderFixture.POSTAL_CODE, "@", "+43", "Bea", "de-AT"));
  }

  /// Rows that a release wrote stay readable for all later ones.
  @Test
  void aDocumentOfTheFirstReleaseIsRead() {
    String text =
        """
        {"form": "moved-to-new-order", "lines": [{"line": 2, "quantity": 3}, {"line": 1}],
         "newOrder": {"number": "A-2", "cartOrderNumber": "W 1", "channel": "web",
           "orderedAt": "2026-02-28T10:00:00.123456Z",
           "lines": [{"line": 2, "sku": "B", "name": "Bäh", "quantity": 5},
                     {"line": 1, "sku": "A", "name": "\\\\ \\n", "quantity": 1}]},
         "reason": "too small"}
        """;

    assertThat(EventDocument.readData(Json.read(text)))
        .isEqualTo(new EventData.MovedToNewOrder(LINES, Optional.of(ORDER)));
  }

  @Test
  void aFormThatNobodyWroteIsABug() {
    assertThatThrownBy(() -> EventDocument.readData(Json.read("{\"form\": \"guess\"}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("guess");
  }

  private static JsonNode stored(JsonNode document) {
    return Json.read(Json.write(document));
  }
}
