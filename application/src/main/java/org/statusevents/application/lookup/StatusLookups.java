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

  /// Misses since `since`, per order asked for and per source, across all nodes. An order that is
  /// asked for by its own number and by its cart's is one.
  Misses misses(StoreId store, String orderNumber, String source, Instant since);

  /// Says whether a try may be answered: not where the misses of its order or of its source within
  /// the window have reached the limit. A miss that may be answered counts from now on; one that
  /// may not changes nothing. Tries for one order, and tries from one source, are settled one after
  /// the other on all nodes, so that any number of them at once are answered no more misses than
  /// the limits allow, and no right answer after those. Forgets misses older than the window.
  boolean settle(LookupTry tried, boolean missed, MissLimits limits);

  record LookupTry(StoreId store, String orderNumber, String source, Instant at) {
    /// Says nothing of the person.
    @Override
    public String toString() {
      return "LookupTry[" + store + "]";
    }
  }

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

  /// How many misses within `window` shut out what comes after them.
  record MissLimits(int ofOrder, int ofSource, Duration window) {
    public boolean areReachedBy(Misses misses) {
      return misses.ofOrder() >= ofOrder || misses.ofSource() >= ofSource;
    }
  }
}
