package org.statusevents.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.statusevents.domain.event.EventType;
import org.statusevents.domain.event.StandardEvent;
import org.statusevents.domain.label.LabelText;

/// R2, R5 and R16.
class RuleTableTest {
  private static final Optional<LabelText> PAID = Optional.of(new LabelText("Paid"));
  private static final Optional<LabelText> SHIPPED = Optional.of(new LabelText("Shipped"));
  private static final StatusRule PACK =
      new StatusRule(StandardEvent.ORDER_PACK, SHIPPED, PAID, true);
  private static final StatusRule APPROVE =
      new StatusRule(StandardEvent.ORDER_APPROVE, Optional.empty(), PAID, false);
  private static final RuleTable TABLE = RuleTable.of(3, List.of(PACK, APPROVE));

  @Test
  void anEventWithoutARowHasAnEmptyOneThatDoesNotNotify() {
    StatusRule rule = TABLE.rule(StandardEvent.ORDER_UNAPPROVE);

    assertThat(rule).isEqualTo(StatusRule.empty(StandardEvent.ORDER_UNAPPROVE));
    assertThat(rule.hasLabels()).isFalse();
    assertThat(rule.notifies()).isFalse();
  }

  @Test
  void aRowIsReplacedAndRemovedInANewVersion() {
    StatusRule empty = StatusRule.empty(StandardEvent.ORDER_PACK);

    assertThat(TABLE.with(4, empty).rule(StandardEvent.ORDER_PACK)).isEqualTo(empty);
    assertThat(TABLE.with(4, empty).version()).isEqualTo(4);
    assertThat(TABLE.without(5, StandardEvent.ORDER_PACK).rows())
        .containsOnlyKeys(StandardEvent.ORDER_APPROVE);
    assertThat(TABLE.rule(StandardEvent.ORDER_PACK)).isEqualTo(PACK);
  }

  @Test
  void theUsesOfALabelAreAnsweredByKey() {
    assertThat(TABLE.usesOf(PAID.orElseThrow()))
        .extracting(EventType::key)
        .containsExactly("ORDER_APPROVE", "ORDER_PACK");
    assertThat(TABLE.usesOf(SHIPPED.orElseThrow())).containsExactly(StandardEvent.ORDER_PACK);
    assertThat(TABLE.usesOf(new LabelText("paid"))).isEmpty();
  }

  @Test
  void aLabelIsReplacedOrClearedInEveryCell() {
    RuleTable replaced = TABLE.replacing(4, PAID.orElseThrow(), SHIPPED);
    RuleTable cleared = TABLE.replacing(4, PAID.orElseThrow(), Optional.empty());

    assertThat(replaced.rule(StandardEvent.ORDER_PACK))
        .isEqualTo(new StatusRule(StandardEvent.ORDER_PACK, SHIPPED, SHIPPED, true));
    assertThat(cleared.rule(StandardEvent.ORDER_PACK))
        .isEqualTo(new StatusRule(StandardEvent.ORDER_PACK, SHIPPED, Optional.empty(), true));
    assertThat(cleared.rule(StandardEvent.ORDER_APPROVE))
        .isEqualTo(StatusRule.empty(StandardEvent.ORDER_APPROVE));
  }

  @ParameterizedTest
  @EnumSource(names = {"ITEM_CHANGE_STATUS", "ORDER_CHANGE_STATUS"})
  void aManualChangeHasNoLabelsInTheTable(StandardEvent event) {
    assertThatThrownBy(() -> new StatusRule(event, PAID, Optional.empty(), true))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StatusRule(event, Optional.empty(), PAID, true))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new StatusRule(event, Optional.empty(), Optional.empty(), true).notifies()).isTrue();
  }
}
