package org.statusevents.application.lookup;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.statusevents.application.configuring.Configurations;
import org.statusevents.application.lookup.StatusLookups.LookupTry;
import org.statusevents.application.lookup.StatusLookups.MissLimits;
import org.statusevents.application.lookup.StatusLookups.StoredStatus;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.lookup.LookupProof;
import org.statusevents.domain.order.Order;

final class StatusFinder implements LookUpStatus {
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final MissLimits LIMITS = new MissLimits(5, 30, WINDOW);

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
    if (LIMITS.areReachedBy(lookups.misses(store, orderNumber, source, now.minus(WINDOW)))) {
      return new LookupOutcome.TooManyTries(WINDOW);
    }
    // Everything is read and compared whatever is found, so that every miss takes the same work.
    Optional<StoreConfiguration> configuration = configurations.current(store);
    Optional<StoredStatus> status = lookups.find(store, orderNumber);
    boolean proven = LookupProof.proves(postalCode, status.flatMap(StoredStatus::postalCode));
    boolean missed = !proven || configuration.isEmpty() || status.isEmpty();
    // Others may have missed since the first question, so this one decides.
    if (!lookups.settle(new LookupTry(store, orderNumber, source, now), missed, LIMITS)) {
      return new LookupOutcome.TooManyTries(WINDOW);
    }
    if (missed) {
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
