package org.statusevents.testkit.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.statusevents.application.reading.LedgerEntry;
import org.statusevents.application.reading.Page;
import org.statusevents.application.reading.PageRequest;
import org.statusevents.application.reading.ReadLedger;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.testkit.memory.StoredState.OrderKey;

final class InMemoryReadLedger implements ReadLedger {
  private static final Keyset<LedgerEntry> UPDATES = new Keyset<>("updates", Ledger::age);

  private static final Keyset<LedgerEntry> NOT_SENT =
      new Keyset<>("not-sent", entry -> entry.order() + " " + place(entry));

  private final InMemoryStorage storage;

  InMemoryReadLedger(InMemoryStorage storage) {
    this.storage = storage;
  }

  @Override
  public Optional<Page<LedgerEntry>> ofOrder(StoreId store, OrderNumber number, PageRequest page) {
    OrderKey key = new OrderKey(store, number);
    return storage.read(state ->
        state.orders.containsKey(key)
            ? Optional.of(ofOrder(number).page(new Ledger(state, storage.now()).ofOrder(key), page))
            : Optional.empty());
  }

  @Override
  public Page<LedgerEntry> updates(
      StoreId store, Optional<UpdateState> state, Optional<ChannelId> channel, PageRequest page) {
    return storage.read(stored -> {
      List<LedgerEntry> fitting =
          new Ledger(stored, storage.now())
              .updates(store).stream()
                  .filter(entry -> state.isEmpty() || state.get() == entry.state())
                  .filter(entry -> channel.isEmpty() || channel.equals(entry.channel()))
                  .toList();
      return UPDATES.page(fitting, page);
    });
  }

  @Override
  public Page<LedgerEntry> notSent(StoreId store, Optional<ChannelId> channel, PageRequest page) {
    return storage.read(stored -> {
      Ledger ledger = new Ledger(stored, storage.now());
      List<LedgerEntry> fitting =
          stored.orders.keySet().stream()
              .filter(order -> order.store().equals(store))
              .sorted(Comparator.comparing(OrderKey::order))
              .flatMap(order -> ledger.ofOrder(order).stream())
              .filter(entry -> entry.state() == UpdateState.NOT_SENT)
              .filter(entry -> channel.isEmpty() || channel.equals(entry.channel()))
              .toList();
      return NOT_SENT.page(fitting, page);
    });
  }

  private static Keyset<LedgerEntry> ofOrder(OrderNumber number) {
    return new Keyset<>("ledger " + number, InMemoryReadLedger::place);
  }

  /// Events before resends of the same sequence, by channel, resends by id.
  private static String place(LedgerEntry entry) {
    return Keyset.key(entry.sequence())
        + (entry.event().isPresent() ? "0" : "1")
        + entry.channel().map(ChannelId::value).orElse("")
        + " "
        + entry.update().map(Object::toString).orElse("");
  }
}
