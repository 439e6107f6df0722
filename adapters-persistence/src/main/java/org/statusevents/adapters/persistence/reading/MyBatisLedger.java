package org.statusevents.adapters.persistence.reading;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.statusevents.adapters.persistence.order.StoredOrders;
import org.statusevents.adapters.persistence.reading.LedgerMapper.LedgerRow;
import org.statusevents.adapters.persistence.session.CurrentSession;
import org.statusevents.application.reading.InvalidCursor;
import org.statusevents.application.reading.LedgerEntry;
import org.statusevents.application.reading.Page;
import org.statusevents.application.reading.PageRequest;
import org.statusevents.application.reading.ReadLedger;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.decision.NotSent;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.domain.order.OrderNumber;

final class MyBatisLedger implements ReadLedger {
  private static final String OF_ORDER = "ledger";
  private static final String UPDATES = "updates";
  private static final String NOT_SENT = "not-sent";
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final CurrentSession session;
  private final StoredOrders orders;

  MyBatisLedger(CurrentSession session, StoredOrders orders) {
    this.session = session;
    this.orders = orders;
  }

  @Override
  public Optional<Page<LedgerEntry>> ofOrder(StoreId store, OrderNumber number, PageRequest page) {
    Optional<List<String>> keys = Cursors.read(page, OF_ORDER + number, 2);
    long afterSequence = keys.map(key -> Cursors.number(key.getFirst())).orElse(0L);
    long afterPlace = keys.map(key -> Cursors.number(key.getLast())).orElse(0L);
    if (orders.find(store, number).isEmpty()) {
      return Optional.empty();
    }
    List<LedgerRow> rows =
        session.with(
            LedgerMapper.class,
            mapper ->
                mapper.ofOrder(
                    store.value(),
                    number.value(),
                    0,
                    Long.MAX_VALUE,
                    afterSequence,
                    afterPlace,
                    page.limit() + 1));
    return Optional.of(
        Cursors.page(
                rows,
                page,
                OF_ORDER + number,
                row -> List.of(Long.toString(row.sequence()), Long.toString(row.place())))
            .map(MyBatisLedger::entry));
  }

  /// The entries of the order's events from `first` to `last`, resends left out.
  List<LedgerEntry> ofEvents(StoreId store, OrderNumber number, long first, long last) {
    return session
        .with(
            LedgerMapper.class,
            mapper ->
                mapper.ofOrder(store.value(), number.value(), first, last, 0, 0, Integer.MAX_VALUE))
        .stream()
        .filter(row -> row.event() != null)
        .map(MyBatisLedger::entry)
        .toList();
  }

  @Override
  public Page<LedgerEntry> updates(
      StoreId store, Optional<UpdateState> state, Optional<ChannelId> channel, PageRequest page) {
    UUID after = Cursors.read(page, UPDATES, 1).map(key -> id(key.getFirst())).orElse(BEFORE_ALL);
    List<LedgerRow> rows =
        session.with(
            LedgerMapper.class,
            mapper ->
                mapper.updates(
                    store.value(),
                    after,
                    state.map(MyBatisLedger::isWaiting).orElse(false),
                    state.map(UpdateState::name).orElse(null),
                    channel.map(ChannelId::value).orElse(null),
                    page.limit() + 1));
    return Cursors.page(rows, page, UPDATES, row -> List.of(String.valueOf(row.updateId())))
        .map(MyBatisLedger::entry);
  }

  @Override
  public Page<LedgerEntry> notSent(StoreId store, Optional<ChannelId> channel, PageRequest page) {
    Optional<List<String>> keys = Cursors.read(page, NOT_SENT, 3);
    List<LedgerRow> rows =
        session.with(
            LedgerMapper.class,
            mapper ->
                mapper.notSent(
                    store.value(),
                    keys.map(List::getFirst).orElse(""),
                    keys.map(key -> Cursors.number(key.get(1))).orElse(0L),
                    keys.map(key -> Cursors.number(key.getLast())).orElse(0L),
                    channel.map(ChannelId::value).orElse(null),
                    page.limit() + 1));
    return Cursors.page(
            rows,
            page,
            NOT_SENT,
            row ->
                List.of(
                    row.orderNumber(), Long.toString(row.sequence()), Long.toString(row.place())))
        .map(MyBatisLedger::entry);
  }

  private static boolean isWaiting(UpdateState state) {
    return switch (state) {
      case OWED, IN_DELIVERY, PARKED -> true;
      case ACCEPTED, REFUSED, SUPERSEDED, NOT_SENT -> false;
    };
  }

  private static UUID id(String key) {
    try {
      return UUID.fromString(key);
    } catch (IllegalArgumentException _) {
      throw new InvalidCursor();
    }
  }

  private static LedgerEntry entry(LedgerRow row) {
    return new LedgerEntry(
        new OrderNumber(row.orderNumber()),
        row.sequence(),
        Optional.ofNullable(row.event()),
        Optional.ofNullable(row.channelId()).map(ChannelId::new),
        Optional.ofNullable(row.state()).map(UpdateState::valueOf).orElse(UpdateState.NOT_SENT),
        Optional.ofNullable(row.reason()).map(NotSent::valueOf),
        Optional.ofNullable(row.updateId()).map(UpdateId::new),
        Optional.ofNullable(row.attempts()).orElse(0),
        Optional.ofNullable(row.words()),
        row.owedAt(),
        Optional.ofNullable(row.lastAttemptAt()),
        Optional.ofNullable(row.nextAttemptAt()),
        Optional.ofNullable(row.discardedBy()));
  }
}
