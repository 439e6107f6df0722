package org.statusevents.application.reading;

import java.time.Instant;
import java.util.Optional;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.order.Order;
import org.statusevents.domain.order.OrderNumber;

/// Reads one order as it stands. Answered by persistence directly.
public interface ReadOrder {

  Optional<OrderView> read(StoreId store, OrderNumber number);

  record OrderView(Order order, Instant importedAt, Instant changedAt) {}
}
