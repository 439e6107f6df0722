package org.statusevents.domain.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.domain.configuration.Configurations.archived;
import static org.statusevents.domain.configuration.Configurations.changed;
import static org.statusevents.domain.configuration.Configurations.empty;
import static org.statusevents.domain.configuration.Configurations.label;
import static org.statusevents.domain.configuration.Configurations.row;
import static org.statusevents.domain.configuration.Configurations.rule;
import static org.statusevents.domain.configuration.Configurations.text;
import static org.statusevents.domain.configuration.Configurations.with;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.statusevents.domain.configuration.ConfigurationChange.LoadDefaults;
import org.statusevents.domain.event.EventTable;
import org.statusevents.domain.event.EventTable.Row;
import org.statusevents.domain.event.StandardEvent;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.label.StatusLabel;

/// The defaults are the last column of section 8 (R8).
class DefaultConfigurationTest {
  private static final LoadDefaults FILL = new LoadDefaults(false);
  private static final LoadDefaults REPLACE = new LoadDefaults(true);
  private static final StandardEvent APPROVE = StandardEvent.ORDER_APPROVE;

  static List<Row> rows() {
    return EventTable.rows();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void eachRowHasTheLabelsOfTheTableAndNotifiesWhereItHasAny(Row expected) {
    boolean notifies =
        !expected.itemLabel().equals("-")
            || !expected.orderLabel().equals("-")
            || expected.event().isManualChange();

    assertThat(changed(empty(), FILL).rules().rule(expected.event()))
        .isEqualTo(row(expected.event(), expected.itemLabel(), expected.orderLabel(), notifies));
  }

  @Test
  void theLabelsAreThoseOfTheTableAndNoOthers() {
    Set<String> expected = new TreeSet<>();
    EventTable.rows().forEach(row -> expected.addAll(List.of(row.itemLabel(), row.orderLabel())));
    expected.remove("-");

    assertThat(changed(empty(), FILL).labels().all())
        .extracting(StatusLabel::text)
        .extracting(LabelText::value)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void loadingThemAgainChangesNothing(boolean overwrite) {
    assertThat(new LoadDefaults(overwrite).applyTo(changed(empty(), FILL)))
        .isInstanceOf(ChangeOutcome.Unchanged.class);
  }

  @Test
  void aFilledRowStaysUnlessAsked() {
    StoreConfiguration own = with(label("Accepted"), rule(APPROVE, "Accepted", "-", false));

    assertThat(changed(own, FILL).rules().rule(APPROVE))
        .isEqualTo(row(APPROVE, "Accepted", "-", false));
    assertThat(changed(own, REPLACE).rules().rule(APPROVE))
        .isEqualTo(row(APPROVE, "-", "Approved", true));
  }

  @Test
  void anEmptyRowIsFilled() {
    assertThat(changed(with(rule(APPROVE, "-", "-", true)), FILL).rules().rule(APPROVE))
        .isEqualTo(row(APPROVE, "-", "Approved", true));
  }

  @Test
  void aManualChangeThatWasToldNotToNotifyStaysSoUnlessAsked() {
    StandardEvent manual = StandardEvent.ORDER_CHANGE_STATUS;
    StoreConfiguration quiet =
        changed(with(rule(manual, "-", "-", true)), rule(manual, "-", "-", false));

    assertThat(changed(quiet, FILL).rules().rule(manual).notifies()).isFalse();
    assertThat(changed(quiet, REPLACE).rules().rule(manual).notifies()).isTrue();
  }

  @Test
  void aLabelThatIsThereStaysAsItIsUnlessAsked() {
    StoreConfiguration own = with(label("Approved"));

    assertThat(changed(own, FILL).labels().find(text("Approved")))
        .isEqualTo(own.labels().find(text("Approved")));
    assertThat(changed(own, REPLACE).labels().find(text("Approved")))
        .isNotEqualTo(own.labels().find(text("Approved")));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aLabelThatDiffersInCaseIsTakenAsTheStoreWritesIt(boolean overwrite) {
    StoreConfiguration next = changed(with(label("APPROVED")), new LoadDefaults(overwrite));

    assertThat(next.labels().find(text("Approved"))).isEmpty();
    assertThat(next.rules().rule(APPROVE)).isEqualTo(row(APPROVE, "-", "APPROVED", true));
  }

  @Test
  void aRowWhoseDefaultLabelIsArchivedStaysEmptyUnlessAsked() {
    StoreConfiguration own = with(archived("Approved"));

    assertThat(changed(own, FILL).rules().rule(APPROVE)).isEqualTo(row(APPROVE, "-", "-", false));
    assertThat(changed(own, REPLACE).rules().rule(APPROVE))
        .isEqualTo(row(APPROVE, "-", "Approved", true));
    assertThat(changed(own, REPLACE).labels().canBeChosen(text("Approved"))).isTrue();
  }

  @Test
  void settingsChannelsAndOtherLabelsStay() {
    StoreConfiguration own = with(label("Mine"), Configurations.set(Configurations.channel("web")));

    StoreConfiguration next = changed(own, REPLACE);

    assertThat(next.labels().all()).startsWith(own.labels().all().getFirst());
    assertThat(next.channels()).isEqualTo(own.channels());
    assertThat(next.settings()).isEqualTo(own.settings());
  }
}
