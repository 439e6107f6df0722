package org.statusevents.application.configuring;

import java.util.Optional;
import java.util.function.Function;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.configuration.StoreSettings;

/// Creates a store or changes its settings.
public interface PutStore {

  /// `settings` answers the wanted settings, given those in force, if the store exists. Repeating
  /// it changes nothing.
  PutStoreOutcome put(
      StoreId store, Function<Optional<StoreSettings>, StoreSettings> settings, String actor);

  sealed interface PutStoreOutcome {
    record Created(StoreConfiguration now) implements PutStoreOutcome {}

    record Changed(StoreConfiguration now) implements PutStoreOutcome {}

    record Unchanged(StoreConfiguration now) implements PutStoreOutcome {}
  }
}
