package org.statusevents.adapters.persistence.document;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.statusevents.application.recording.OperationReceipt.ChannelReceipt;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.decision.NotSent;
import org.statusevents.domain.decision.Verdict;
import org.statusevents.domain.decision.Verdict.Owed;
import org.statusevents.domain.decision.Verdict.Withheld;
import org.statusevents.domain.delivery.UpdateId;

/// What an event meant for each channel: the id of the update it is part of, or why there is none.
public final class VerdictsDocument {
  private VerdictsDocument() {}

  public static String text(List<ChannelReceipt> channels) {
    return Json.text(channels, VerdictsDocument::write);
  }

  public static List<ChannelReceipt> read(JsonNode document) {
    return Json.list(document, VerdictsDocument::readChannel);
  }

  /// The same without the ids.
  public static List<Verdict> readVerdicts(JsonNode document) {
    return read(document).stream().map(VerdictsDocument::verdict).toList();
  }

  private static Verdict verdict(ChannelReceipt receipt) {
    return receipt.reason().isPresent()
        ? new Withheld(receipt.channel(), receipt.reason().get())
        : new Owed(receipt.channel().orElseThrow());
  }

  static void write(JsonGenerator out, ChannelReceipt receipt) throws IOException {
    out.writeStartObject();
    Json.write(out, "channel", receipt.channel());
    Json.write(out, "update", receipt.update());
    Json.write(out, "reason", receipt.reason().map(NotSent::name));
    out.writeEndObject();
  }

  private static ChannelReceipt readChannel(JsonNode document) {
    Optional<UpdateId> update = Json.text(document, "update", UUID::fromString).map(UpdateId::new);
    return new ChannelReceipt(
        Json.text(document, "channel", ChannelId::new),
        update,
        Json.text(document, "reason", NotSent::valueOf));
  }
}
