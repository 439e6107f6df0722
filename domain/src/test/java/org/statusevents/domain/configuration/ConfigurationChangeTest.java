package org.statusevents.domain.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.domain.configuration.Configurations.archived;
import static org.statusevents.domain.configuration.Configurations.changed;
import static org.statusevents.domain.configuration.Configurations.channel;
import static org.statusevents.domain.configuration.Configurations.label;
import static org.statusevents.domain.configuration.Configurations.mapping;
import static org.statusevents.domain.configuration.Configurations.row;
import static org.statusevents.domain.configuration.Configurations.rule;
import static org.statusevents.domain.configuration.Configurations.set;
import static org.statusevents.domain.configuration.Configurations.text;
import static org.statusevents.domain.configuration.Configurations.with;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.channel.LabelTarget;
import org.statusevents.domain.configuration.ConfigurationChange.DeleteLabel;
import org.statusevents.domain.configuration.ConfigurationChange.LoadDefaults;
import org.statusevents.domain.configuration.ConfigurationChange.RemoveChannel;
import org.statusevents.domain.configuration.ConfigurationChange.RenameLabel;
import org.statusevents.domain.configuration.ConfigurationChange.SetLabel;
import org.statusevents.domain.configuration.ConfigurationChange.SetRule;
import org.statusevents.domain.configuration.ConfigurationChange.SetSettings;
import org.statusevents.domain.configuration.ConfigurationChange.SetStoreEvent;
import org.statusevents.domain.event.EventScope;
import org.statusevents.domain.event.StandardEvent;
import org.statusevents.domain.event.StoreEvent;
import org.statusevents.domain.label.LabelKind;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.label.StatusLabel;
import org.statusevents.domain.rule.StatusRule;

/// What each change makes of a configuration, and why it may be refused (R3 to R7).
class ConfigurationChangeTest {
  private static final StandardEvent APPROVE = StandardEvent.ORDER_APPROVE;
  private static final StoreEvent GIFT =
      new StoreEvent("GIFT_WRAPPED", "Gift Wrapped", EventScope.ITEM, "");

  /// The label "Paid" in use by two rows and mapped by the channel `web`.
  private static StoreConfiguration withPaid() {
    return with(
        label("Paid"),
        label("Other"),
        rule(APPROVE, "Other", "Paid", true),
        rule(StandardEvent.ORDER_PACK, "Paid", "-", false),
        set(mapping("Paid")));
  }

  static Stream<ConfigurationChange> changesThatMakeAVersion() {
    StoreSettings strict =
        new StoreSettings(
            "Main",
            StoreSettings.defaults("Main").timeZone(),
            true,
            UpdateMode.STRICT,
            false,
            false);
    return Stream.of(
        new SetSettings(strict),
        label("New"),
        new RenameLabel(text("Paid"), text("Paid In Full")),
        new DeleteLabel(text("Paid"), Optional.of(text("Other"))),
        rule(APPROVE, "-", "Other", true),
        new SetStoreEvent(GIFT),
        set(channel("shop")),
        new RemoveChannel(new ChannelId("web")),
        new LoadDefaults(false));
  }

  @ParameterizedTest
  @MethodSource("changesThatMakeAVersion")
  void aChangeMakesTheNextVersionAndLeavesTheOneBeforeAsItWas(ConfigurationChange change) {
    StoreConfiguration before = withPaid();

    StoreConfiguration next = changed(before, change);

    assertThat(next.version()).isEqualTo(before.version() + 1);
    assertThat(next.store()).isEqualTo(before.store());
    assertThat(before).isEqualTo(withPaid());
    assertThat(change.summary()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("changesThatMakeAVersion")
  void theSameChangeAgainMakesNoVersion(ConfigurationChange change) {
    StoreConfiguration once = changed(withPaid(), change);

    ChangeOutcome again = change.applyTo(once);

    switch (change) {
      case RenameLabel _, DeleteLabel _ ->
          assertThat(again).isEqualTo(new ChangeOutcome.LabelUnknown(text("Paid")));
      case RemoveChannel _ ->
          assertThat(again).isEqualTo(new ChangeOutcome.ChannelUnknown(new ChannelId("web")));
      case ConfigurationChange _ -> assertThat(again).isEqualTo(new ChangeOutcome.Unchanged(once));
    }
  }

  @Test
  void theTablesVersionIsThatInWhichARowLastChanged() {
    StoreConfiguration ruled = with(label("Paid"), rule(APPROVE, "-", "Paid", true));
    StoreConfiguration labelled = changed(ruled, label("Other"));

    assertThat(ruled.rules().version()).isEqualTo(ruled.version());
    assertThat(labelled.rules().version()).isEqualTo(ruled.version());
    assertThat(changed(labelled, rule(APPROVE, "-", "Other", true)).rules().version())
        .isEqualTo(labelled.version() + 1);
  }

  @Test
  void aLabelOfTheSameTextButForCaseIsTaken() {
    assertThat(label("PAID").applyTo(withPaid()))
        .isEqualTo(new ChangeOutcome.LabelTaken(text("Paid")));
    assertThat(new RenameLabel(text("Other"), text("paid")).applyTo(withPaid()))
        .isEqualTo(new ChangeOutcome.LabelTaken(text("Paid")));
  }

  @Test
  void settingALabelOfExactlyThatTextChangesItInItsPlace() {
    StatusLabel paid = StatusLabel.of("Paid", LabelKind.PAID);

    StoreConfiguration next = changed(withPaid(), new SetLabel(paid));

    assertThat(next.labels().all()).containsExactly(paid, StatusLabel.of("Other", LabelKind.OTHER));
  }

  @Test
  void aLabelThatRulesUseCannotBeArchivedAndOneThatNoneUseCan() {
    assertThat(archived("Paid").applyTo(withPaid()))
        .isEqualTo(
            new ChangeOutcome.LabelInUse(text("Paid"), List.of(APPROVE, StandardEvent.ORDER_PACK)));
    assertThat(changed(with(label("Free")), archived("Free")).labels().canBeChosen(text("Free")))
        .isFalse();
  }

  @Test
  void renamingReachesTheRowsAndTheMappings() {
    LabelText renamed = text("Paid In Full");

    StoreConfiguration next = changed(withPaid(), new RenameLabel(text("Paid"), renamed));

    assertThat(next.labels().find(text("Paid"))).isEmpty();
    assertThat(next.labels().all()).first().extracting(StatusLabel::text).isEqualTo(renamed);
    assertThat(next.rules().rule(APPROVE)).isEqualTo(row(APPROVE, "Other", "Paid In Full", true));
    assertThat(next.rules().usesOf(text("Paid"))).isEmpty();
    assertThat(next.channel(new ChannelId("web")).orElseThrow().labelMapping().targetOf(renamed))
        .isEqualTo(new LabelTarget.CartStatus("shipped"));
  }

  @Test
  void aLabelMayBeRenamedToAnotherCaseOfItself() {
    assertThat(
            changed(withPaid(), new RenameLabel(text("Paid"), text("PAID")))
                .rules()
                .usesOf(text("PAID")))
        .containsExactly(APPROVE, StandardEvent.ORDER_PACK);
  }

  @Test
  void renamingALabelToItselfChangesNothing() {
    assertThat(new RenameLabel(text("Paid"), text("Paid")).applyTo(withPaid()))
        .isInstanceOf(ChangeOutcome.Unchanged.class);
  }

  @Test
  void anUnknownLabelCanBeNeitherRenamedNorDeleted() {
    assertThat(new RenameLabel(text("Gone"), text("New")).applyTo(withPaid()))
        .isEqualTo(new ChangeOutcome.LabelUnknown(text("Gone")));
    assertThat(new DeleteLabel(text("Gone"), Optional.empty()).applyTo(withPaid()))
        .isEqualTo(new ChangeOutcome.LabelUnknown(text("Gone")));
  }

  @Test
  void aLabelThatRulesUseIsDeletedOnlyWithAReplacement() {
    assertThat(new DeleteLabel(text("Paid"), Optional.empty()).applyTo(withPaid()))
        .isEqualTo(
            new ChangeOutcome.LabelInUse(text("Paid"), List.of(APPROVE, StandardEvent.ORDER_PACK)));

    StoreConfiguration next =
        changed(withPaid(), new DeleteLabel(text("Paid"), Optional.of(text("Other"))));

    assertThat(next.labels().find(text("Paid"))).isEmpty();
    assertThat(next.rules().rule(APPROVE)).isEqualTo(row(APPROVE, "Other", "Other", true));
    assertThat(next.rules().rule(StandardEvent.ORDER_PACK))
        .isEqualTo(row(StandardEvent.ORDER_PACK, "Other", "-", false));
  }

  @Test
  void aReplacementMustBeAnotherLabelThatCanBeChosen() {
    StoreConfiguration configuration = changed(withPaid(), archived("Old"));

    for (String replacement : List.of("Paid", "Gone", "Old")) {
      assertThat(
              new DeleteLabel(text("Paid"), Optional.of(text(replacement))).applyTo(configuration))
          .isEqualTo(new ChangeOutcome.LabelUnknown(text(replacement)));
    }
  }

  @Test
  void aLabelThatNoRuleUsesIsDeletedAndTheTableKeepsItsVersion() {
    StoreConfiguration configuration = changed(withPaid(), label("Free"));

    StoreConfiguration next =
        changed(configuration, new DeleteLabel(text("Free"), Optional.empty()));

    assertThat(next.rules()).isEqualTo(configuration.rules());
  }

  @Test
  void aRowTakesOnlyLabelsThatCanBeChosen() {
    StoreConfiguration configuration = changed(withPaid(), archived("Old"));

    assertThat(rule(APPROVE, "-", "paid", true).applyTo(configuration))
        .isEqualTo(new ChangeOutcome.LabelUnknown(text("paid")));
    assertThat(rule(APPROVE, "Old", "-", true).applyTo(configuration))
        .isEqualTo(new ChangeOutcome.LabelUnknown(text("Old")));
  }

  @Test
  void aRowOfAnEventThatTheStoreDoesNotHaveIsRefused() {
    assertThat(new SetRule(StatusRule.empty(GIFT)).applyTo(withPaid()))
        .isEqualTo(new ChangeOutcome.EventUnknown("GIFT_WRAPPED"));
  }

  @Test
  void aStoresOwnEventGetsAnEmptyRowAndKeepsItsRowWhenItChanges() {
    StoreConfiguration added = changed(withPaid(), new SetStoreEvent(GIFT));
    assertThat(added.rules().rule(GIFT)).isEqualTo(StatusRule.empty(GIFT));

    StoreEvent wrapped = new StoreEvent(GIFT.key(), "Wrapped", EventScope.ORDER, "Now for all.");
    StoreConfiguration next =
        changed(changed(added, rule(GIFT, "Other", "Paid", true)), new SetStoreEvent(wrapped));

    assertThat(next.storeEvents()).containsExactly(wrapped);
    assertThat(next.rules().rule(wrapped)).isEqualTo(row(wrapped, "Other", "Paid", true));
    assertThat(next.rules().rows()).doesNotContainKey(GIFT);
  }

  @Test
  void aRowGoesToTheEventAsTheStoreHasItNow() {
    StoreEvent renamed = new StoreEvent(GIFT.key(), "Wrapped", EventScope.ITEM, "");
    StoreConfiguration configuration =
        changed(changed(withPaid(), new SetStoreEvent(GIFT)), new SetStoreEvent(renamed));

    StoreConfiguration next = changed(configuration, rule(GIFT, "Paid", "-", true));

    assertThat(next.rules().rule(renamed)).isEqualTo(row(renamed, "Paid", "-", true));
    assertThat(next.rules().rows()).doesNotContainKey(GIFT);
  }

  @Test
  void aChannelMapsOnlyLabelsOfTheStore() {
    assertThat(set(mapping("Gone")).applyTo(withPaid()))
        .isEqualTo(new ChangeOutcome.LabelUnknown(text("Gone")));
  }

  @Test
  void aChannelKeepsTheMappingOfALabelThatWasDeletedSince() {
    StoreConfiguration configuration =
        changed(withPaid(), new DeleteLabel(text("Paid"), Optional.of(text("Other"))));

    assertThat(set(mapping("Paid")).applyTo(configuration))
        .isInstanceOf(ChangeOutcome.Unchanged.class);
  }

  @Test
  void aChannelOfTheSameIdIsReplaced() {
    StoreConfiguration next = changed(withPaid(), set(channel("web")));

    assertThat(next.channels()).hasSize(1).containsValue(channel("web"));
  }
}
