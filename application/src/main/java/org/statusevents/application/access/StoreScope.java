package org.statusevents.application.access;

import org.statusevents.domain.configuration.StoreId;

/// The stores a key is good for.
public sealed interface StoreScope {
  record AllStores() implements StoreScope {}

  record OneStore(StoreId store) implements StoreScope {}

  default boolean covers(StoreId store) {
    return switch (this) {
      case AllStores _ -> true;
      case OneStore(StoreId own) -> own.equals(store);
    };
  }
}
