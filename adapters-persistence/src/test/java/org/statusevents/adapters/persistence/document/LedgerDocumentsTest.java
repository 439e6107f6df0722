package org.statusevents.adapters.persistence.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.statusevents.application.recording.OperationReceipt;
import org.statusevents.application.recording.OperationReceipt.ChannelReceipt;
import org.statusevents.application.recording.OperationReceipt.EventReceipt;
import org.statusevents.application.recording.OperationReceipt.LineLabel;
import org.statusevents.application.recording.OperationReceipt.OrderReceipt;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.decision.LabelChange;
import org.statusevents.domain.decision.NotSent;
import org.statusevents.domain.decision.UpdateContent;
import org.statusevents.domain.decision.UpdateContent.LineContent;
import org.statusevents.domain.decision.Verdict;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.event.OperationId;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.domain.order.Parcel;

class LedgerDocumentsTest {
  private static final LabelText SHIPPED = new LabelText("Shipped");
  private static final LabelText PACKED = new LabelText("Packed & \\ ready");
  private static final ChannelId WEB = new ChannelId("web");
  private static final List<LabelChange> CHANGES =
      List.of(
          new LabelChange(OptionalInt.of(3), Optional.of(PACKED), SHIPPED),
          new LabelChange(OptionalInt.empty(), Optional.empty(), PACKED));
  private static final List<ChannelReceipt> CHANNELS =
      List.of(
          new ChannelReceipt(
              Optional.of(WEB),
              Optional.of(new UpdateId(new UUID(0x7000L, Long.MIN_VALUE))),
              Optional.empty()),
          new ChannelReceipt(
              Optional.of(new ChannelId("b")), Optional.empty(), Optional.of(NotSent.UNCHANGED)),
          new ChannelReceipt(Optional.empty(), Optional.empty(), Optional.of(NotSent.NO_CHANNEL)));

  @Test
  void labelChangesAreReadAsTheyWereWritten() {
    assertThat(ChangesDocument.read(Json.read(ChangesDocument.text(CHANGES)))).isEqualTo(CHANGES);
  }

  @Test
  void verdictsAreReadAsTheyWereWrittenWithTheirUpdates() {
    JsonNode document = Json.read(VerdictsDocument.text(CHANNELS));

    assertThat(VerdictsDocument.read(document)).isEqualTo(CHANNELS);
    assertThat(VerdictsDocument.readVerdicts(document))
        .containsExactly(
            new Verdict.Owed(WEB),
            new Verdict.Withheld(Optional.of(new ChannelId("b")), NotSent.UNCHANGED),
            new Verdict.Withheld(Optional.empty(), NotSent.NO_CHANNEL));
  }

  @Test
  void whatAnUpdateSaysIsReadAsItWasWritten() {
    LocalDate day = LocalDate.parse("2026-02-28");
    UpdateContent content =
        new UpdateContent(
            new OrderNumber("A-1"),
            Optional.of("W 1"),
            1L << 40,
            Optional.of(SHIPPED),
            Optional.of(PACKED),
            List.of(
                new LineContent(
                    1,
                    "S",
                    "ß",
                    Optional.of(SHIPPED),
                    Optional.of(PACKED),
                    5,
                    3,
                    2,
                    Optional.of(day),
                    Optional.of(day.plusDays(1))),
                new LineContent(
                    2,
                    "T",
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    1,
                    0,
                    1,
                    Optional.empty(),
                    Optional.empty())),
            List.of(new Parcel("UPS", "1Z", Optional.of(day), List.of())),
            List.of("ORDER_PACK", "OWN_EVENT"));

    assertThat(UpdateContentDocument.read(Json.read(UpdateContentDocument.text(content))))
        .isEqualTo(content);
  }

  @Test
  void aReceiptIsReadAsItWasWrittenToTheNanosecond() {
    OperationReceipt receipt =
        new OperationReceipt(
            new OperationId("op-1"),
            "oms",
            "clerk",
            Instant.parse("2026-02-28T10:00:00.123456789Z"),
            Instant.parse("2026-02-28T10:00:01Z"),
            7,
            List.of(
                new OrderReceipt(
                    new OrderNumber("A-1"),
                    Optional.of(SHIPPED),
                    9,
                    List.of(
                        new LineLabel(1, Optional.of(PACKED)), new LineLabel(2, Optional.empty())),
                    List.of(new EventReceipt(9, "ORDER_PACK", CHANGES, CHANNELS)),
                    CHANNELS),
                new OrderReceipt(
                    new OrderNumber("A-2"), Optional.empty(), 1, List.of(), List.of(), List.of())));

    assertThat(ReceiptDocument.read(Json.read(ReceiptDocument.text(receipt)))).isEqualTo(receipt);
  }
}
