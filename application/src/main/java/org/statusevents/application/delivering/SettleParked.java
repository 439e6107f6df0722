package org.statusevents.application.delivering;

import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.delivery.UpdateId;

/// Lets a person end the wait of a parked update. May be answered by persistence directly.
public interface SettleParked {

  /// Tries the update again at once, with its old id and a fresh count of failures.
  ParkedOutcome retry(StoreId store, UpdateId update);

  /// Gives the update up; later ones of its lane go on. It stays visible as refused, with who gave
  /// it up.
  ParkedOutcome discard(StoreId store, UpdateId update, String actor);

  sealed interface ParkedOutcome {
    record Settled() implements ParkedOutcome {}

    record UpdateUnknown(UpdateId update) implements ParkedOutcome {}

    /// It does not wait for a person: on its way, done, or behind one that is parked.
    record NotParked(UpdateId update) implements ParkedOutcome {}
  }
}
