package org.statusevents.adapters.persistence.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.statusevents.adapters.persistence.document.OrderLinesDocument;
import org.statusevents.adapters.persistence.document.ParcelDocument;
import org.statusevents.adapters.persistence.order.OrderMapper.ContactRow;
import org.statusevents.adapters.persistence.order.OrderMapper.OrderRow;
import org.statusevents.adapters.persistence.session.CurrentSession;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.order.Order;
import org.statusevents.domain.order.OrderNumber;

/// Reads orders from their rows.
public final class StoredOrders {
  public static final List<Class<?>> MAPPERS = List.of(OrderMapper.class);

  private final CurrentSession session;

  public StoredOrders(CurrentSession session) {
    this.session = session;
  }

  /// The order of that number.
  public Optional<StoredOrder> find(StoreId store, OrderNumber number) {
    return find(store, number.value(), false);
  }

  /// The order of that own or cart's number, with the person it is for. The same statements run
  /// whether there is one or not.
  public Optional<PersonalOrder> findPersonal(StoreId store, String ownOrCartNumber) {
    Optional<StoredOrder> found = find(store, ownOrCartNumber, true);
    String number = found.map(order -> order.order().number().value()).orElse("");
    Optional<ContactRow> contact =
        session.with(OrderMapper.class, mapper -> mapper.contact(store.value(), number));
    return found.map(order ->
        new PersonalOrder(
            order.order(),
            contact.flatMap(row -> Optional.ofNullable(row.postalCode())),
            contact.flatMap(row -> Optional.ofNullable(row.locale())),
            contact.flatMap(row -> Optional.ofNullable(row.billToName())),
            contact.flatMap(row -> Optional.ofNullable(row.shipToName()))));
  }

  /// The own number of the order of that own or cart's number.
  public Optional<OrderNumber> number(StoreId store, String ownOrCartNumber) {
    return session
        .with(OrderMapper.class, mapper -> mapper.order(store.value(), ownOrCartNumber, true))
        .map(row -> new OrderNumber(row.orderNumber()));
  }

  private Optional<StoredOrder> find(StoreId store, String number, boolean cartToo) {
    return session
        .with(OrderMapper.class, mapper -> mapper.order(store.value(), number, cartToo))
        .map(row -> new StoredOrder(order(row), row.importedAt(), row.changedAt()));
  }

  /// An order with when it came in and when it last changed.
  public record StoredOrder(Order order, Instant importedAt, Instant changedAt) {}

  /// An order with what is known of the person.
  public record PersonalOrder(
      Order order,
      Optional<String> postalCode,
      Optional<String> locale,
      Optional<String> billToName,
      Optional<String> shipToName) {
    /// Says nothing of the person.
    @Override
    public String toString() {
      return "PersonalOrder[" + order.number() + "]";
    }
  }

  private static Order order(OrderRow row) {
    return new Order(
        new OrderNumber(row.orderNumber()),
        Optional.ofNullable(row.cartOrderNumber()),
        Optional.ofNullable(row.channelId()).map(ChannelId::new),
        Optional.ofNullable(row.orderedAt()),
        Optional.ofNullable(row.label()).map(LabelText::new),
        row.version(),
        OrderLinesDocument.read(row.lines()),
        ParcelDocument.readAll(row.parcels()));
  }
}
