package org.statusevents.application.configuring;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.configuration.StoreId;

/// The stored configuration versions of all stores; nothing stored is ever changed.
public interface Configurations {

  /// The version in force; empty for an unknown store.
  Optional<StoreConfiguration> current(StoreId store);

  /// As [#current], for making the next version from it: no other version comes into force before
  /// the caller's transaction ends, and who asks meanwhile waits for that. Nothing is held back for
  /// an unknown store. Called within a transaction, before anything else that it locks.
  Optional<StoreConfiguration> currentForUpdate(StoreId store);

  /// That version; empty where it never was.
  Optional<StoreConfiguration> version(StoreId store, long version);

  /// The versions in force of all stores, by store id, after `after` (exclusive; empty for the
  /// start), at most `limit`.
  List<StoreConfiguration> stores(Optional<StoreId> after, int limit);

  /// Stores the next version and puts it in force for the next event, on every node (R6). Its
  /// number must be one more than the version in force, or 1 for a new store; else throws
  /// [org.statusevents.application.transaction.ConcurrentChange]. Updates waiting for a channel
  /// that the version no longer has are settled as not to be sent. Called within a transaction.
  void save(StoreConfiguration next, ChangeRecord record);

  /// Who made a version, when, and what was done.
  record ChangeRecord(String actor, Instant at, String summary) {}
}
