package org.statusevents.application.reading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.order.OrderNumber;

/// Finds orders. Answered by persistence directly.
public interface FindOrders {

  /// The orders that fit all that `query` names, newest order number last within a stable keyset
  /// order. Throws [InvalidCursor].
  Page<FoundOrder> find(StoreId store, OrderQuery query, PageRequest page);

  /// What to look for; an empty part means any. `itemLabel` fits orders with a line of that label.
  /// `event` fits orders that it happened to. `channel` fits orders that name it or owed it an
  /// update. `deliveryState` fits orders with an update in that state, or an event that was not
  /// sent; beside `channel`, on that channel. `from` and `to` bound the order's own time, both
  /// inclusive (R52). `text` is looked for in order number, cart order number, tracking numbers and
  /// SKUs, ignoring case.
  record OrderQuery(
      Optional<LabelFilter> orderLabel,
      Optional<LabelFilter> itemLabel,
      Optional<String> event,
      Optional<ChannelId> channel,
      Optional<UpdateState> deliveryState,
      Optional<Instant> from,
      Optional<Instant> to,
      Optional<String> text) {
    public static final OrderQuery ANY =
        new OrderQuery(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }

  /// A label, or none at all.
  sealed interface LabelFilter {
    record Labelled(LabelText label) implements LabelFilter {}

    record Unlabelled() implements LabelFilter {}
  }

  /// `itemLabels` says what labels its lines have, the one of most lines first, of as many lines by
  /// label, none last; at most [#ITEM_LABELS_MAX].
  record FoundOrder(
      OrderNumber number,
      Optional<String> cartOrderNumber,
      Optional<ChannelId> channel,
      Optional<LabelText> orderLabel,
      long version,
      Optional<Instant> orderedAt,
      Instant importedAt,
      Instant changedAt,
      int lines,
      int parcels,
      List<ItemLabel> itemLabels) {
    public FoundOrder {
      itemLabels = List.copyOf(itemLabels);
    }
  }

  int ITEM_LABELS_MAX = 20;

  /// How many lines of an order have that label, or none.
  record ItemLabel(Optional<LabelText> label, int lines) {}
}
