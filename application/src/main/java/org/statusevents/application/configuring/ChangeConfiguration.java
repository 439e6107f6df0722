package org.statusevents.application.configuring;

import java.util.Optional;
import org.statusevents.domain.configuration.ChangeOutcome;
import org.statusevents.domain.configuration.ConfigurationChange;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.configuration.StoreId;

/// Changes a store's configuration by making its next version.
public interface ChangeConfiguration {

  /// Applies `change` and puts the new version in force. With `expectedRules`, only while the rule
  /// table is of that version. A change that changes nothing makes no version. Safe for many
  /// threads: concurrent changes are made one after the other.
  ConfigurationOutcome change(
      StoreId store, ConfigurationChange change, Optional<Long> expectedRules, String actor);

  sealed interface ConfigurationOutcome {
    record Changed(StoreConfiguration before, StoreConfiguration now)
        implements ConfigurationOutcome {}

    record Unchanged(StoreConfiguration now) implements ConfigurationOutcome {}

    /// Nothing was done, for a reason.
    sealed interface Refusal extends ConfigurationOutcome {}

    /// The rule table is of another version by now.
    record Stale(long rulesVersion) implements Refusal {}

    record StoreUnknown(StoreId store) implements Refusal {}

    /// Refused by the configuration itself.
    record Refused(ChangeOutcome.Refusal why) implements Refusal {}
  }
}
