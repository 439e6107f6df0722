package org.statusevents.application.lookup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.decision.LabelChange;
import org.statusevents.domain.order.Order;
import org.statusevents.domain.order.OrderNumber;

/// What look-ups need of storage.
public interface StatusLookups {

  /// The order of that own or cart's order number, its own first.
  Optional<StoredStatus> find(StoreId store, String orderNumber);

  /// The label changes that the last [#EVENTS_MAX] events made to the order and its lines, newest
  /// first; none for an unknown order.
  List<LabelChange> changes(StoreId store, OrderNumber order);

  int EVENTS_MAX = 100;

  /// Misses since `since`, per order asked for and per source, across all nodes.
  Misses misses(StoreId store, String orderNumber, String source, Instant since);

  /// Remembers a miss; forgets those older than `kept`.
  void addMiss(StoreId store, String orderNumber, String source, Instant at, Duration kept);

  /// An order with what proves that a customer may see it, and what the page shows of a person.
  record StoredStatus(
      Order order,
      Optional<String> postalCode,
      Optional<String> locale,
      Optional<String> billToName,
      Optional<String> shipToName) {
    /// Says nothing of the person.
    @Override
    public String toString() {
      return "StoredStatus[" + order.number() + "]";
    }
  }

  record Misses(int ofOrder, int ofSource) {}
}
