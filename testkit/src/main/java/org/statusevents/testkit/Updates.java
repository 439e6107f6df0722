package org.statusevents.testkit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.decision.UpdateContent;
import org.statusevents.domain.delivery.Update;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.domain.order.Parcel;

/// Updates to send: by default that order 1042, 5001 in the cart, is shipped in one parcel.
public record Updates(Update update) {
  public static Updates shipped() {
    UpdateContent content =
        new UpdateContent(
            new OrderNumber("1042"),
            Optional.of("5001"),
            3,
            Optional.of(Labels.SHIPPED),
            Optional.of(Labels.APPROVED),
            List.of(
                new UpdateContent.LineContent(
                    1,
                    "SKU-1",
                    "Article 1",
                    Optional.of(Labels.ITEM_SHIPPED),
                    Optional.empty(),
                    4,
                    4,
                    0,
                    Optional.empty(),
                    Optional.of(Events.DAY))),
            List.of(new Parcel("UPS", "1Z999AA10123456784", Optional.of(Events.DAY), List.of())),
            List.of("ORDER_ADD_TRACKING_NUMBER"));
    return new Updates(
        new Update(
            new UpdateId(UUID.fromString("0195654e-0000-7000-8000-000000000001")),
            Stores.SHOP,
            new ChannelId("web"),
            1,
            Optional.empty(),
            false,
            ManualClock.START,
            content));
  }

  public Updates withParcels(Parcel... parcels) {
    return withContent(
        content().cartOrderNumber(), content().orderLabel(), content().lines(), List.of(parcels));
  }

  public Updates withOrderLabel(String label) {
    return withContent(
        content().cartOrderNumber(),
        Optional.of(new LabelText(label)),
        content().lines(),
        content().parcels());
  }

  /// Sent again by a person.
  public Updates replayed() {
    return new Updates(
        new Update(
            update.id(),
            update.store(),
            update.channel(),
            update.position(),
            update.supersedesFrom(),
            true,
            update.owedAt(),
            content()));
  }

  public Updates withoutCartOrderNumber() {
    return withContent(
        Optional.empty(), content().orderLabel(), content().lines(), content().parcels());
  }

  public Updates withLines(UpdateContent.LineContent... lines) {
    return withContent(
        content().cartOrderNumber(), content().orderLabel(), List.of(lines), content().parcels());
  }

  private UpdateContent content() {
    return update.content();
  }

  private Updates withContent(
      Optional<String> cartOrderNumber,
      Optional<LabelText> orderLabel,
      List<UpdateContent.LineContent> lines,
      List<Parcel> parcels) {
    return new Updates(
        new Update(
            update.id(),
            update.store(),
            update.channel(),
            update.position(),
            update.supersedesFrom(),
            update.replay(),
            update.owedAt(),
            new UpdateContent(
                content().order(),
                cartOrderNumber,
                content().sequence(),
                orderLabel,
                content().previousOrderLabel(),
                lines,
                parcels,
                content().events())));
  }
}
