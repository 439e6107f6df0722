package org.statusevents.adapters.rest.exchange;

import org.statusevents.application.configuring.Configurations;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.configuration.StoreId;

/// The configuration in force of the store that a request names; an unknown store ends the request.
public final class CurrentConfiguration {
  private final Configurations configurations;

  public CurrentConfiguration(Configurations configurations) {
    this.configurations = configurations;
  }

  public StoreConfiguration of(Request request) {
    StoreId store = request.store();
    return configurations.current(store).orElseThrow(() -> Request.storeUnknown(store.value()));
  }
}
