package org.statusevents.testkit.memory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.statusevents.application.lookup.StatusLookups;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.decision.LabelChange;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.testkit.memory.StoredState.OrderKey;
import org.statusevents.testkit.memory.StoredState.StoredMiss;
import org.statusevents.testkit.memory.StoredState.StoredOrder;

final class InMemoryStatusLookups implements StatusLookups {
  private final InMemoryStorage storage;

  InMemoryStatusLookups(InMemoryStorage storage) {
    this.storage = storage;
  }

  @Override
  public Optional<StoredStatus> find(StoreId store, String orderNumber) {
    return find(store, stored -> stored.order().number().value().equals(orderNumber))
        .or(() ->
            find(
                store,
                stored ->
                    stored.order().cartOrderNumber().filter(orderNumber::equals).isPresent()));
  }

  private Optional<StoredStatus> find(StoreId store, Predicate<StoredOrder> asked) {
    return storage.read(state ->
        state.orders.entrySet().stream()
            .filter(entry -> entry.getKey().store().equals(store) && asked.test(entry.getValue()))
            .findFirst()
            .map(entry -> status(entry.getValue())));
  }

  private static StoredStatus status(StoredOrder stored) {
    return new StoredStatus(
        stored.order(),
        stored.contact().postalCode(),
        stored.contact().locale(),
        stored.contact().billToName(),
        stored.contact().shipToName());
  }

  @Override
  public List<LabelChange> changes(StoreId store, OrderNumber order) {
    return storage.read(state ->
        state.histories.getOrDefault(new OrderKey(store, order), List.of()).reversed().stream()
            .limit(EVENTS_MAX)
            .flatMap(event -> event.applied().changes().reversed().stream())
            .toList());
  }

  @Override
  public Misses misses(StoreId store, String orderNumber, String source, Instant since) {
    String asked = asked(store, orderNumber);
    return storage.read(state -> {
      int ofOrder = 0;
      int ofSource = 0;
      for (StoredMiss miss : state.misses) {
        if (miss.store().equals(store) && !miss.at().isBefore(since)) {
          ofOrder += miss.orderNumber().equals(asked) ? 1 : 0;
          ofSource += miss.source().equals(source) ? 1 : 0;
        }
      }
      return new Misses(ofOrder, ofSource);
    });
  }

  @Override
  public boolean settle(LookupTry tried, boolean missed, MissLimits limits) {
    Instant since = tried.at().minus(limits.window());
    return storage.write(state -> {
      if (limits.areReachedBy(misses(tried.store(), tried.orderNumber(), tried.source(), since))) {
        return false;
      }
      if (missed) {
        String asked = asked(tried.store(), tried.orderNumber());
        var _ = state.misses.removeIf(miss -> miss.at().isBefore(since));
        var _ = state.misses.add(new StoredMiss(tried.store(), asked, tried.source(), tried.at()));
      }
      return true;
    });
  }

  /// The order's own number; what was asked for where there is no order.
  private String asked(StoreId store, String orderNumber) {
    return find(store, orderNumber)
        .map(found -> found.order().number().value())
        .orElse(orderNumber);
  }
}
