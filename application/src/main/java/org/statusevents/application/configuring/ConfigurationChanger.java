package org.statusevents.application.configuring;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.statusevents.application.configuring.Configurations.ChangeRecord;
import org.statusevents.application.transaction.Transactions;
import org.statusevents.domain.configuration.ChangeOutcome;
import org.statusevents.domain.configuration.ConfigurationChange;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.configuration.StoreSettings;

final class ConfigurationChanger implements ChangeConfiguration, PutStore {
  private final Transactions transactions;
  private final Configurations configurations;
  private final InstantSource clock;

  ConfigurationChanger(
      Transactions transactions, Configurations configurations, InstantSource clock) {
    this.transactions = transactions;
    this.configurations = configurations;
    this.clock = clock;
  }

  @Override
  public ConfigurationOutcome change(
      StoreId store, ConfigurationChange change, Optional<Long> expectedRules, String actor) {
    return transactions.inTransaction(() -> {
      Optional<StoreConfiguration> current = configurations.currentForUpdate(store);
      if (current.isEmpty()) {
        return new ConfigurationOutcome.StoreUnknown(store);
      }
      long rulesVersion = current.get().rules().version();
      if (expectedRules.isPresent() && expectedRules.get() != rulesVersion) {
        return new ConfigurationOutcome.Stale(rulesVersion);
      }
      return switch (change.applyTo(current.get())) {
        case ChangeOutcome.Changed(StoreConfiguration next) -> {
          configurations.save(next, new ChangeRecord(actor, clock.instant(), change.summary()));
          yield new ConfigurationOutcome.Changed(current.get(), next);
        }
        case ChangeOutcome.Unchanged(StoreConfiguration now) ->
            new ConfigurationOutcome.Unchanged(now);
        case ChangeOutcome.Refusal refusal -> new ConfigurationOutcome.Refused(refusal);
      };
    });
  }

  @Override
  public PutStoreOutcome put(
      StoreId store, Function<Optional<StoreSettings>, StoreSettings> settings, String actor) {
    return transactions.inTransaction(() -> {
      Optional<StoreConfiguration> current = configurations.currentForUpdate(store);
      StoreSettings wanted = settings.apply(current.map(StoreConfiguration::settings));
      if (current.isEmpty()) {
        StoreConfiguration first = StoreConfiguration.first(store, wanted);
        configurations.save(first, new ChangeRecord(actor, clock.instant(), "Store created"));
        return new PutStoreOutcome.Created(first);
      }
      ConfigurationChange change = new ConfigurationChange.SetSettings(wanted);
      if (change.applyTo(current.get()) instanceof ChangeOutcome.Changed(var next)) {
        configurations.save(next, new ChangeRecord(actor, clock.instant(), change.summary()));
        return new PutStoreOutcome.Changed(next);
      }
      return new PutStoreOutcome.Unchanged(current.get());
    });
  }
}
