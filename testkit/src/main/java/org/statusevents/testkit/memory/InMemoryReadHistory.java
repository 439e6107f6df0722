package org.statusevents.testkit.memory;

import java.util.List;
import java.util.Optional;
import org.statusevents.application.reading.Page;
import org.statusevents.application.reading.PageRequest;
import org.statusevents.application.reading.ReadHistory;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.testkit.memory.StoredState.OrderKey;
import org.statusevents.testkit.memory.StoredState.StoredEvent;

final class InMemoryReadHistory implements ReadHistory {

  private final InMemoryStorage storage;

  InMemoryReadHistory(InMemoryStorage storage) {
    this.storage = storage;
  }

  @Override
  public Optional<Page<HistoryEntry>> read(StoreId store, OrderNumber number, PageRequest page) {
    OrderKey key = new OrderKey(store, number);
    return storage.read(state -> {
      Ledger ledger = new Ledger(state, storage.now());
      List<HistoryEntry> entries =
          state.histories.getOrDefault(key, List.of()).stream()
              .map(stored -> entry(ledger, key, stored))
              .toList();
      return state.orders.containsKey(key)
          ? Optional.of(pages(number).page(entries, page))
          : Optional.empty();
    });
  }

  private static Keyset<HistoryEntry> pages(OrderNumber number) {
    return new Keyset<>("history " + number, entry -> Keyset.key(entry.applied().sequence()));
  }

  private static HistoryEntry entry(Ledger ledger, OrderKey key, StoredEvent stored) {
    return new HistoryEntry(
        stored.applied(),
        stored.operation(),
        stored.source(),
        stored.actor(),
        stored.occurredAt(),
        stored.recordedAt(),
        stored.configurationVersion(),
        ledger.ofEvent(key, stored));
  }
}
