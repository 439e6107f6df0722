package org.statusevents.testkit.configuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.statusevents.application.configuring.ChangeConfiguration;
import org.statusevents.application.configuring.ChangeConfiguration.ConfigurationOutcome;
import org.statusevents.application.configuring.Configuring;
import org.statusevents.application.configuring.PutStore;
import org.statusevents.application.configuring.PutStore.PutStoreOutcome;
import org.statusevents.domain.configuration.ChangeOutcome;
import org.statusevents.domain.configuration.ConfigurationChange;
import org.statusevents.domain.configuration.StoreConfiguration;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.configuration.StoreSettings;
import org.statusevents.domain.event.StandardEvent;
import org.statusevents.domain.label.LabelKind;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.label.StatusLabel;
import org.statusevents.testkit.Labels;
import org.statusevents.testkit.ManualClock;
import org.statusevents.testkit.Rules;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.memory.InMemoryStorage;

/// Stores and their configuration versions, through the use cases that change them.
final class PutStoreTest {
  private final ManualClock clock = new ManualClock();
  private final InMemoryStorage storage = new InMemoryStorage(clock);
  private final PutStore putStore =
      Configuring.putStore(storage.transactions(), storage.configurations(), clock);
  private final ChangeConfiguration changeConfiguration =
      Configuring.changeConfiguration(storage.transactions(), storage.configurations(), clock);

  private PutStoreOutcome put(String name) {
    return putStore.put(Stores.SHOP, _ -> StoreSettings.defaults(name), "anna");
  }

  private ConfigurationOutcome change(ConfigurationChange change, Optional<Long> expectedRules) {
    return changeConfiguration.change(Stores.SHOP, change, expectedRules, "anna");
  }

  private StoreConfiguration current() {
    return storage.configurations().current(Stores.SHOP).orElseThrow();
  }

  private static ConfigurationChange label(String text) {
    return new ConfigurationChange.SetLabel(StatusLabel.of(text, LabelKind.OTHER));
  }

  @Test
  void aStoreIsCreatedThenChangedAndRepeatingChangesNothing() {
    assertThat(put("Shop")).isEqualTo(new PutStoreOutcome.Created(current()));
    assertThat(current().version()).isEqualTo(1);
    assertThat(put("Shop")).isEqualTo(new PutStoreOutcome.Unchanged(current()));
    assertThat(current().version()).isEqualTo(1);
    assertThat(put("Better shop")).isEqualTo(new PutStoreOutcome.Changed(current()));
    assertThat(current().version()).isEqualTo(2);
    assertThat(current().settings().name()).isEqualTo("Better shop");
    assertThat(storage.configurations().version(Stores.SHOP, 1).orElseThrow().settings().name())
        .isEqualTo("Shop");
  }

  @Test
  void theWantedSettingsAreMadeOfThoseInForce() {
    var _ = put("Shop");
    var _ =
        putStore.put(
            Stores.SHOP,
            before -> StoreSettings.defaults(before.orElseThrow().name() + " and sons"),
            "anna");

    assertThat(current().settings().name()).isEqualTo("Shop and sons");
    assertThat(
            putStore.put(
                Stores.OTHER, before -> StoreSettings.defaults("" + before.isPresent()), "anna"))
        .isInstanceOf(PutStoreOutcome.Created.class);
    assertThat(storage.configurations().current(Stores.OTHER).orElseThrow().settings().name())
        .isEqualTo("false");
  }

  @Test
  void r7AChangeMakesTheNextVersionAndTellsBoth() {
    var _ = put("Shop");
    StoreConfiguration before = current();

    assertThat(change(label("Gift Wrapped"), Optional.empty()))
        .isEqualTo(new ConfigurationOutcome.Changed(before, current()));
    assertThat(current().version()).isEqualTo(2);
    assertThat(before.labels().find(new LabelText("Gift Wrapped"))).isEmpty();
    assertThat(storage.configurations().version(Stores.SHOP, 1)).contains(before);
  }

  @Test
  void aChangeThatChangesNothingMakesNoVersion() {
    var _ = put("Shop");
    var _ = change(label("Gift Wrapped"), Optional.empty());

    assertThat(change(label("Gift Wrapped"), Optional.empty()))
        .isEqualTo(new ConfigurationOutcome.Unchanged(current()));
    assertThat(current().version()).isEqualTo(2);
    assertThat(storage.configurations().version(Stores.SHOP, 3)).isEmpty();
  }

  @Test
  void aChangeThatExpectsAnotherRuleTableIsStaleAndDoesNothing() {
    var _ = put("Shop");
    var _ = change(new ConfigurationChange.LoadDefaults(false), Optional.empty());
    long rules = current().rules().version();
    ConfigurationChange quiet =
        new ConfigurationChange.SetRule(
            Rules.of(StandardEvent.ORDER_APPROVE).withOrderLabel(Labels.PAID).rule());

    assertThat(change(quiet, Optional.of(rules - 1)))
        .isEqualTo(new ConfigurationOutcome.Stale(rules));
    assertThat(current().rules().version()).isEqualTo(rules);
    assertThat(change(quiet, Optional.of(rules))).isInstanceOf(ConfigurationOutcome.Changed.class);
    assertThat(change(quiet, Optional.of(rules)))
        .isEqualTo(new ConfigurationOutcome.Stale(current().rules().version()));
  }

  @Test
  void aChangeBesideTheRuleTableDoesNotMakeItStale() {
    var _ = put("Shop");
    var _ = change(new ConfigurationChange.LoadDefaults(false), Optional.empty());
    long rules = current().rules().version();
    var _ = change(label("Gift Wrapped"), Optional.empty());

    assertThat(change(label("Engraved"), Optional.of(rules)))
        .isInstanceOf(ConfigurationOutcome.Changed.class);
  }

  @Test
  void anUnknownStoreIsSaidToBe() {
    StoreId nowhere = new StoreId("nowhere");

    assertThat(changeConfiguration.change(nowhere, label("Gift"), Optional.of(1L), "anna"))
        .isEqualTo(new ConfigurationOutcome.StoreUnknown(nowhere));
    assertThat(storage.configurations().current(nowhere)).isEmpty();
  }

  @Test
  void whatTheConfigurationRefusesIsToldWithItsReasonAndMakesNoVersion() {
    var _ = put("Shop");
    var _ = change(new ConfigurationChange.LoadDefaults(false), Optional.empty());
    long version = current().version();

    ConfigurationOutcome outcome =
        change(
            new ConfigurationChange.DeleteLabel(Labels.APPROVED, Optional.empty()),
            Optional.empty());

    assertThat(outcome).isInstanceOf(ConfigurationOutcome.Refused.class);
    assertThat(((ConfigurationOutcome.Refused) outcome).why())
        .isInstanceOf(ChangeOutcome.LabelInUse.class);
    assertThat(current().version()).isEqualTo(version);
  }
}
