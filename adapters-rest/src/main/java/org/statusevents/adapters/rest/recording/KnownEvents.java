package org.statusevents.adapters.rest.recording;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.statusevents.adapters.rest.exchange.Request;
import org.statusevents.application.configuring.Configurations;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.event.EventType;
import org.statusevents.domain.event.StandardEvent;

/// The events that a store knows, for one request. The store's configuration is read only when an
/// event is not a standard one, and once.
final class KnownEvents {
  private final Configurations configurations;
  private final StoreId store;
  private @Nullable StoreConfiguration configuration;

  KnownEvents(Configurations configurations, StoreId store) {
    this.configurations = configurations;
    this.store = store;
  }

  /// The event of that key, standard or the store's own; ends the request where there is no such
  /// store.
  Optional<EventType> find(String key) {
    Optional<StandardEvent> standard = StandardEvent.find(key);
    return standard.isPresent() ? Optional.of(standard.get()) : configuration().event(key);
  }

  /// Ends the request where there is no such store.
  StoreConfiguration configuration() {
    StoreConfiguration known = configuration;
    if (known == null) {
      known = configurations.current(store).orElseThrow(() -> Request.storeUnknown(store.value()));
      configuration = known;
    }
    return known;
  }
}
