package org.statusevents.adapters.persistence.configuring;

import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.configuration.StoreId;

/// Configuration versions that are known to exist. They never change, so that they may come from
/// memory.
@FunctionalInterface
public interface ConfigurationVersions {
  /// That version; throws [IllegalStateException] where it never was.
  StoreConfiguration version(StoreId store, long version);
}
