package org.statusevents.testkit.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.statusevents.application.reading.FindOrders;
import org.statusevents.application.reading.LedgerEntry;
import org.statusevents.application.reading.Page;
import org.statusevents.application.reading.PageRequest;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.order.Line;
import org.statusevents.domain.order.Order;
import org.statusevents.domain.order.Parcel;
import org.statusevents.testkit.memory.StoredState.OrderKey;
import org.statusevents.testkit.memory.StoredState.StoredOrder;

final class InMemoryFindOrders implements FindOrders {
  private static final Keyset<FoundOrder> PAGES =
      new Keyset<>("orders", found -> found.number().value());

  private final InMemoryStorage storage;

  InMemoryFindOrders(InMemoryStorage storage) {
    this.storage = storage;
  }

  @Override
  public Page<FoundOrder> find(StoreId store, OrderQuery query, PageRequest page) {
    return storage.read(state -> {
      List<FoundOrder> found =
          state.orders.entrySet().stream()
              .filter(entry -> entry.getKey().store().equals(store))
              .filter(entry -> fits(query, state, entry.getKey(), entry.getValue()))
              .map(entry -> found(entry.getValue()))
              .sorted(Comparator.comparing(FoundOrder::number))
              .toList();
      return PAGES.page(found, page);
    });
  }

  private boolean fits(OrderQuery query, StoredState state, OrderKey key, StoredOrder stored) {
    Order order = stored.order();
    return query.orderLabel().map(filter -> fits(filter, order.label())).orElse(true)
        && query
            .itemLabel()
            .map(filter -> order.lines().stream().anyMatch(line -> fits(filter, line.label())))
            .orElse(true)
        && query.event().map(event -> happened(state, key, event)).orElse(true)
        && fitsLedger(query, order, new Ledger(state, storage.now()).ofOrder(key))
        && query.from().map(from -> !stored.time().isBefore(from)).orElse(true)
        && query.to().map(to -> !stored.time().isAfter(to)).orElse(true)
        && query.text().map(text -> mentions(order, text)).orElse(true);
  }

  private static boolean fits(LabelFilter filter, Optional<LabelText> label) {
    return switch (filter) {
      case LabelFilter.Labelled(LabelText wanted) -> label.equals(Optional.of(wanted));
      case LabelFilter.Unlabelled _ -> label.isEmpty();
    };
  }

  private static boolean happened(StoredState state, OrderKey key, String event) {
    return state.histories.getOrDefault(key, List.of()).stream()
        .anyMatch(stored -> stored.applied().event().type().key().equals(event));
  }

  private static boolean fitsLedger(OrderQuery query, Order order, List<LedgerEntry> ledger) {
    Optional<ChannelId> channel = query.channel();
    List<LedgerEntry> onChannel =
        ledger.stream()
            .filter(entry -> channel.isEmpty() || channel.equals(entry.channel()))
            .toList();
    boolean inState =
        query
            .deliveryState()
            .map(wanted -> onChannel.stream().anyMatch(entry -> entry.state() == wanted))
            .orElse(true);
    boolean ofChannel =
        channel.isEmpty()
            || query.deliveryState().isPresent()
            || channel.equals(order.channel())
            || onChannel.stream().anyMatch(entry -> entry.update().isPresent());
    return inState && ofChannel;
  }

  private static boolean mentions(Order order, String text) {
    String folded = text.toLowerCase(Locale.ROOT);
    return Stream.of(
            Stream.of(order.number().value()),
            order.cartOrderNumber().stream(),
            order.parcels().stream().map(Parcel::trackingNumber),
            order.lines().stream().map(Line::sku))
        .flatMap(words -> words)
        .anyMatch(word -> word.toLowerCase(Locale.ROOT).contains(folded));
  }

  private static FoundOrder found(StoredOrder stored) {
    Order order = stored.order();
    return new FoundOrder(
        order.number(),
        order.cartOrderNumber(),
        order.channel(),
        order.label(),
        order.version(),
        order.orderedAt(),
        stored.importedAt(),
        stored.changedAt(),
        order.lines().size(),
        order.parcels().size(),
        itemLabels(order));
  }

  private static List<ItemLabel> itemLabels(Order order) {
    return order.lines().stream()
        .collect(Collectors.groupingBy(Line::label, Collectors.summingInt(_ -> 1)))
        .entrySet()
        .stream()
        .map(count -> new ItemLabel(count.getKey(), count.getValue()))
        .sorted(
            Comparator.comparingInt(ItemLabel::lines)
                .reversed()
                .thenComparing(count -> count.label().isEmpty())
                .thenComparing(count -> count.label().map(LabelText::value).orElse("")))
        .limit(ITEM_LABELS_MAX)
        .toList();
  }
}
