package org.statusevents.adapters.rest.configuring;

import org.statusevents.adapters.rest.exchange.Request;
import org.statusevents.application.configuring.Configurations;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.configuration.StoreId;

/// The configuration in force of the store that a request names; an unknown store ends the request.
final class CurrentConfiguration {
  private final Configurations configurations;

  CurrentConfiguration(Configurations configurations) {
    this.configurations = configurations;
  }

  StoreConfiguration of(Request request) {
    StoreId store = request.store();
    return configurations
        .current(store)
        .orElseThrow(() -> Request.storeUnknown(store.value()));
  }
}
