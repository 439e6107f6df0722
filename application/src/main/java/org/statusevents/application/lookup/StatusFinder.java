package org.statusevents.application.lookup;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.statusevents.application.configuring.Configurations;
import org.statusevents.application.lookup.StatusLookups.Misses;
import org.statusevents.application.lookup.StatusLookups.StoredStatus;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.lookup.LookupProof;
import org.statusevents.domain.order.Order;

final class StatusFinder implements LookUpStatus {
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int MISSES_OF_ORDER_MAX = 5;
  private static final int MISSES_OF_SOURCE_MAX = 30;

  private final StatusLookups lookups;
  private final Configurations configurations;
  private final InstantSource clock;

  StatusFinder(StatusLookups lookups, Configurations configurations, InstantSource clock) {
    this.lookups = lookups;
    this.configurations = configurations;
    this.clock = clock;
  }

  @Override
  public LookupOutcome lookUp(StoreId store, String orderNumber, String postalCode, String source) {
    Instant now = clock.instant();
    Misses misses = lookups.misses(store, orderNumber, source, now.minus(WINDOW));
    if (misses.ofOrder() >= MISSES_OF_ORDER_MAX || misses.ofSource() >= MISSES_OF_SOURCE_MAX) {
      return new LookupOutcome.TooManyTries(WINDOW);
    }
    // Everything is read and compared whatever is found, so that every miss takes the same work.
    Optional<StoreConfiguration> configuration = configurations.current(store);
    Optional<StoredStatus> status = lookups.find(store, orderNumber);
    boolean proven = LookupProof.proves(postalCode, status.flatMap(StoredStatus::postalCode));
    if (!proven || configuration.isEmpty() || status.isEmpty()) {
      lookups.addMiss(store, orderNumber, source, now, WINDOW);
      return new LookupOutcome.NotFound();
    }
    StoredStatus found = status.get();
    return new LookupOutcome.Found(
        new StatusView(
            shown(store, found.order(), configuration.get()),
            found.billToName(),
            found.shipToName(),
            new PublicLabels(configuration.get(), found.locale().orElse("en"))));
  }

  private Order shown(StoreId store, Order order, StoreConfiguration configuration) {
    LastPublicLabels lastPublic = new LastPublicLabels(configuration.labels());
    return lastPublic.hidesAny(order)
        ? lastPublic.of(order, lookups.changes(store, order.number()))
        : order;
  }
}
