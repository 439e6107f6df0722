package org.statusevents.adapters.persistence.reading;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.statusevents.adapters.persistence.document.Json;
import org.statusevents.adapters.persistence.document.OrderLinesDocument;
import org.statusevents.adapters.persistence.reading.FindMapper.Filters;
import org.statusevents.adapters.persistence.reading.FindMapper.FoundRow;
import org.statusevents.adapters.persistence.session.CurrentSession;
import org.statusevents.application.reading.CountLabels;
import org.statusevents.application.reading.FindOrders;
import org.statusevents.application.reading.Page;
import org.statusevents.application.reading.PageRequest;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.order.Line;
import org.statusevents.domain.order.OrderNumber;

final class MyBatisOrderSearch implements FindOrders, CountLabels {
  private static final String LIST = "orders";
  private static final int TEXT_LENGTH_MAX = 100;

  private final CurrentSession session;

  MyBatisOrderSearch(CurrentSession session) {
    this.session = session;
  }

  @Override
  public Page<FoundOrder> find(StoreId store, OrderQuery query, PageRequest page) {
    String after = Cursors.read(page, LIST, 1).map(List::getFirst).orElse("");
    List<FoundRow> rows =
        session.with(
            FindMapper.class,
            mapper -> mapper.find(store.value(), after, filters(query), page.limit() + 1));
    return Cursors.page(rows, page, LIST, row -> List.of(row.orderNumber()))
        .map(MyBatisOrderSearch::found);
  }

  @Override
  public List<LabelCount> count(StoreId store, Optional<Instant> from, Optional<Instant> to) {
    return session
        .with(
            FindMapper.class,
            mapper -> mapper.count(store.value(), from.orElse(null), to.orElse(null)))
        .stream()
        .map(row ->
            new LabelCount(
                Optional.of(row.label()).filter(label -> !label.isEmpty()).map(LabelText::new),
                row.orders(),
                row.lines()))
        .toList();
  }

  private static Filters filters(OrderQuery query) {
    boolean notSent = query.deliveryState().filter(UpdateState.NOT_SENT::equals).isPresent();
    return new Filters(
        label(query.orderLabel()),
        label(query.itemLabel()),
        query.event().orElse(null),
        query.channel().map(ChannelId::value).orElse(null),
        notSent ? null : query.deliveryState().map(UpdateState::name).orElse(null),
        notSent,
        query.from().orElse(null),
        query.to().orElse(null),
        query.text().map(MyBatisOrderSearch::anywhere).orElse(null),
        query.text().map(Json::quoted).map(MyBatisOrderSearch::anywhere).orElse(null));
  }

  private static @Nullable String label(Optional<LabelFilter> filter) {
    return filter
        .map(wanted ->
            switch (wanted) {
              case LabelFilter.Unlabelled _ -> "";
              case LabelFilter.Labelled(LabelText label) -> label.value();
            })
        .orElse(null);
  }

  /// A pattern that finds the text anywhere and takes none of it for a wildcard.
  private static String anywhere(String text) {
    String bounded = text.length() > TEXT_LENGTH_MAX ? text.substring(0, TEXT_LENGTH_MAX) : text;
    return "%"
        + bounded.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_").replace("\0", "")
        + "%";
  }

  private static FoundOrder found(FoundRow row) {
    return new FoundOrder(
        new OrderNumber(row.orderNumber()),
        Optional.ofNullable(row.cartOrderNumber()),
        Optional.ofNullable(row.channelId()).map(ChannelId::new),
        Optional.ofNullable(row.label()).map(LabelText::new),
        row.version(),
        Optional.ofNullable(row.orderedAt()),
        row.importedAt(),
        row.changedAt(),
        row.lines().size(),
        row.parcels(),
        itemLabels(OrderLinesDocument.read(row.lines())));
  }

  /// The labels of most lines first, then by their text; lines without one last among equals.
  private static List<ItemLabel> itemLabels(List<Line> lines) {
    Map<Optional<LabelText>, Integer> counts = new HashMap<>();
    lines.forEach(line -> counts.merge(line.label(), 1, Integer::sum));
    return counts.entrySet().stream()
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
