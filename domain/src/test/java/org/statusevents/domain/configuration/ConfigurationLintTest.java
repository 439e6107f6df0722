package org.statusevents.domain.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.domain.configuration.Configurations.channel;
import static org.statusevents.domain.configuration.Configurations.empty;
import static org.statusevents.domain.configuration.Configurations.label;
import static org.statusevents.domain.configuration.Configurations.rule;
import static org.statusevents.domain.configuration.Configurations.set;
import static org.statusevents.domain.configuration.Configurations.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.event.StandardEvent;
import org.statusevents.domain.rule.LintWarning;
import org.statusevents.domain.rule.LintWarning.Code;

/// What is legal and probably not meant (R9).
class ConfigurationLintTest {
  private static final StandardEvent APPROVE = StandardEvent.ORDER_APPROVE;

  /// Two rows with a channel to hear of them; `item/order` labels, `!` where the row notifies.
  private static List<LintWarning> warningsOn(
      StandardEvent first, String firstRow, StandardEvent second, String secondRow) {
    StoreConfiguration configuration = with(set(channel("web")), label("Same"), label("Else"));
    configuration = Configurations.changed(configuration, parsed(first, firstRow));
    return ConfigurationLint.of(Configurations.changed(configuration, parsed(second, secondRow)));
  }

  private static ConfigurationChange parsed(StandardEvent event, String row) {
    String[] labels = row.replace("!", "").split("/", -1);
    return rule(event, labels[0], labels[1], row.endsWith("!"));
  }

  private static List<Code> codes(StoreConfiguration configuration) {
    return ConfigurationLint.of(configuration).stream().map(LintWarning::code).toList();
  }

  @Test
  void nothingIsFoundInANewStore() {
    assertThat(ConfigurationLint.of(empty())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ORDER_SET_ACTUAL_SHIP_DATE, ORDER_ADD_TRACKING_NUMBER",
    "ITEM_SET_ACTUAL_SHIP_DATE, ORDER_ADD_TRACKING_NUMBER",
    "ORDER_PACK, ORDER_ADD_TRACKING_NUMBER",
    "ITEM_FILL_BACKORDER, ORDER_FILL_BACKORDER",
    "ITEM_FORCE_BACKORDER, ORDER_FORCE_BACKORDER",
    "ORDER_IMPORT, ORDER_APPROVE",
    "ORDER_IMPORT, ORDER_PAYMENT_RECEIVED",
    "ORDER_UNAPPROVE, ITEM_REVISE",
    "DROP_SHIP_CANCELED, ITEM_CANCEL"
  })
  void eventsThatFireTogetherAreWarnedOfWhereTheyShareALabelAndOneNotifies(
      StandardEvent one, StandardEvent other) {
    assertThat(warningsOn(one, "-/Same", other, "-/Same!"))
        .singleElement()
        .satisfies(warning -> {
          assertThat(warning.code()).isEqualTo(Code.SHARED_LABEL);
          assertThat(warning.events()).containsExactlyInAnyOrder(one, other);
          assertThat(warning.sentence())
              .contains(one.displayName(), other.displayName(), "order label \"Same\"");
        });
    assertThat(warningsOn(one, "Same/-!", other, "Same/-"))
        .extracting(LintWarning::code)
        .containsExactly(Code.SHARED_LABEL);
  }

  @ParameterizedTest
  @CsvSource({
    "-/Same,  -/Same",
    "-/Same,  -/Else!",
    "-/Same!, Same/-!",
    "-/Same!, -/Else!",
    "Same/-!, Else/-!"
  })
  void otherwiseTheyAreNot(String shipDate, String tracking) {
    assertThat(
            warningsOn(
                StandardEvent.ORDER_SET_ACTUAL_SHIP_DATE,
                shipDate,
                StandardEvent.ORDER_ADD_TRACKING_NUMBER,
                tracking))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ITEM_SET_ACTUAL_SHIP_DATE, ORDER_SET_ACTUAL_SHIP_DATE",
    "ORDER_CANCEL, ORDER_UNCANCEL",
    "ORDER_APPROVE, ORDER_ADD_TRACKING_NUMBER"
  })
  void eventsOfDifferentActionsMayShareALabel(StandardEvent one, StandardEvent other) {
    assertThat(warningsOn(one, "Same/Same!", other, "Same/Same!")).isEmpty();
  }

  @Test
  void aRowThatNotifiesWithoutALabelIsPointlessButForAManualChange() {
    assertThat(codes(with(set(channel("web")), rule(APPROVE, "-", "-", true))))
        .containsExactly(Code.NOTIFY_WITHOUT_LABEL);
    assertThat(
            codes(
                with(
                    set(channel("web")),
                    rule(StandardEvent.ORDER_CHANGE_STATUS, "-", "-", true),
                    rule(StandardEvent.ITEM_CHANGE_STATUS, "-", "-", true))))
        .isEmpty();
  }

  @Test
  void notifyingIsPointlessWithoutAChannelThatRuns() {
    StoreConfiguration notifying = with(label("Same"), rule(APPROVE, "-", "Same", true));
    Channel web = channel("web");
    Channel paused =
        new Channel(
            web.id(),
            web.adapter(),
            web.url(),
            web.settings(),
            web.labelMapping(),
            web.deliver(),
            false);

    assertThat(codes(notifying)).containsExactly(Code.NOTIFY_WITHOUT_CHANNEL);
    assertThat(codes(Configurations.changed(notifying, set(paused))))
        .containsExactly(Code.NOTIFY_WITHOUT_CHANNEL);
    assertThat(codes(Configurations.changed(notifying, set(web)))).isEmpty();
  }

  @Test
  void aLongLabelIsWarnedOf() {
    assertThat(codes(with(label("x".repeat(49))))).isEmpty();
    assertThat(codes(with(label("x".repeat(50))))).containsExactly(Code.LONG_LABEL);
  }
}
