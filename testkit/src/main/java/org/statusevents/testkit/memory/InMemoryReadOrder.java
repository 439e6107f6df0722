package org.statusevents.testkit.memory;

import java.util.Optional;
import org.statusevents.application.reading.ReadOrder;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.testkit.memory.StoredState.OrderKey;

final class InMemoryReadOrder implements ReadOrder {
  private final InMemoryStorage storage;

  InMemoryReadOrder(InMemoryStorage storage) {
    this.storage = storage;
  }

  @Override
  public Optional<OrderView> read(StoreId store, OrderNumber number) {
    return storage.read(state ->
        Optional.ofNullable(state.orders.get(new OrderKey(store, number)))
            .map(stored -> new OrderView(stored.order(), stored.importedAt(), stored.changedAt())));
  }
}
