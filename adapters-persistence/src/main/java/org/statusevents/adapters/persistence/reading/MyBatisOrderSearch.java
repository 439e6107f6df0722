package org.statusevents.adapters.persistence.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.statusevents.adapters.persistence.document.Json;
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
            mapper ->
                mapper.find(
                    store.value(), after, filters(query), page.limit() + 1, ITEM_LABELS_MAX));
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
                Optional.ofNullable(row.label()).map(LabelText::new), row.orders(), row.lines()))
        .toList();
  }

  private static Filters filters(OrderQuery query) {
    boolean notSent = query.deliveryState().filter(UpdateState.NOT_SENT::equals).isPresent();
    return new Filters(
        isUnlabelled(query.orderLabel()),
        label(query.orderLabel()),
        isUnlabelled(query.itemLabel()),
        label(query.itemLabel()),
        query.event().orElse(null),
        query.channel().map(ChannelId::value).orElse(null),
        notSent ? null : query.deliveryState().map(UpdateState::name).orElse(null),
        notSent,
        query.from().orElse(null),
        query.to().orElse(null),
        query.text().map(MyBatisOrderSearch::anywhere).orElse(null));
  }

  private static boolean isUnlabelled(Optional<LabelFilter> filter) {
    return filter.filter(LabelFilter.Unlabelled.class::isInstance).isPresent();
  }

  private static @Nullable String label(Optional<LabelFilter> filter) {
    return filter.isPresent() && filter.get() instanceof LabelFilter.Labelled(LabelText label)
        ? label.value()
        : null;
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
        row.lines(),
        row.parcels(),
        Json.list(row.itemLabels(), MyBatisOrderSearch::itemLabel));
  }

  private static ItemLabel itemLabel(JsonNode count) {
    return new ItemLabel(
        Optional.ofNullable(count.get(0).textValue()).map(LabelText::new), count.get(1).intValue());
  }
}
