package org.statusevents.adapters.persistence.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

  public static ArrayNode write(List<ChannelReceipt> channels) {
    return Json.array(channels, VerdictsDocument::writeChannel);
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

  private static JsonNode writeChannel(ChannelReceipt receipt) {
    ObjectNode document = Json.object();
    Json.putText(document, "channel", receipt.channel());
    Json.putText(document, "update", receipt.update());
    Json.putText(document, "reason", receipt.reason().map(NotSent::name));
    return document;
  }

  private static ChannelReceipt readChannel(JsonNode document) {
    Optional<UpdateId> update = Json.text(document, "update", UUID::fromString).map(UpdateId::new);
    return new ChannelReceipt(
        Json.text(document, "channel", ChannelId::new),
        update,
        Json.text(document, "reason", NotSent::valueOf));
  }
}
