package org.statusevents.domain.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusLabelsTest {
  private static final StatusLabel PAID = StatusLabel.of("Paid", LabelKind.PAID);
  private static final StatusLabel SHIPPED = StatusLabel.of("Shipped", LabelKind.SHIPPED);
  private static final StatusLabel OLD =
      new StatusLabel(
          new LabelText("Old"), LabelKind.OTHER, "#000000", Map.of("de", "Alt"), true, true);
  private static final StatusLabels LABELS = new StatusLabels(List.of(PAID, SHIPPED, OLD));

  @Test
  void aLabelIsFoundByItsExactText() {
    assertThat(LABELS.find(new LabelText("Paid"))).contains(PAID);
    assertThat(LABELS.find(new LabelText("paid"))).isEmpty();
    assertThat(LABELS.findIgnoringCase(new LabelText("pAID"))).contains(PAID);
    assertThat(LABELS.findIgnoringCase(new LabelText("Gone"))).isEmpty();
  }

  @Test
  void anArchivedOrUnknownLabelCannotBeChosen() {
    assertThat(LABELS.canBeChosen(new LabelText("Paid"))).isTrue();
    assertThat(LABELS.canBeChosen(new LabelText("Old"))).isFalse();
    assertThat(LABELS.canBeChosen(new LabelText("Gone"))).isFalse();
  }

  @Test
  void textsThatDifferInCaseOnlyAreRefused() {
    StatusLabel twin = StatusLabel.of("PAID", LabelKind.PAID);

    assertThatThrownBy(() -> new StatusLabels(List.of(PAID, twin)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"Paid\" and \"PAID\"");
  }

  @Test
  void aLabelOfTheSameTextIsReplacedInItsPlaceAndANewOneStandsLast() {
    StatusLabel paid = StatusLabel.of("Paid", LabelKind.OTHER);
    StatusLabel fresh = StatusLabel.of("New", LabelKind.OTHER);

    assertThat(LABELS.with(paid).all()).containsExactly(paid, SHIPPED, OLD);
    assertThat(LABELS.with(fresh).all()).containsExactly(PAID, SHIPPED, OLD, fresh);
    assertThat(LABELS.replacing(new LabelText("Shipped"), fresh).all())
        .containsExactly(PAID, fresh, OLD);
    assertThat(LABELS.without(new LabelText("Paid")).all()).containsExactly(SHIPPED, OLD);
    assertThat(LABELS.all()).containsExactly(PAID, SHIPPED, OLD);
  }

  @Test
  void listsOfEqualLabelsInTheSameOrderAreEqual() {
    assertThat(new StatusLabels(List.of(PAID, SHIPPED, OLD)))
        .isEqualTo(LABELS)
        .hasSameHashCodeAs(LABELS);
    assertThat(new StatusLabels(List.of(SHIPPED, PAID, OLD))).isNotEqualTo(LABELS);
    assertThat(StatusLabels.none().all()).isEmpty();
  }

  @Test
  void anotherTextLeavesTheRestOfALabelAsItIs() {
    assertThat(OLD.withText(new LabelText("Older")))
        .isEqualTo(
            new StatusLabel(
                new LabelText("Older"),
                LabelKind.OTHER,
                "#000000",
                Map.of("de", "Alt"),
                true,
                true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "808080", "#80808", "#8080808", "#80808g", "red", "#808080;"})
  void aColorIsSixHexadecimalDigits(String color) {
    assertThat(StatusLabel.problemWithColor(color)).isPresent();
    assertThatThrownBy(() ->
            new StatusLabel(new LabelText("Paid"), LabelKind.PAID, color, Map.of(), false, false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(StatusLabel.problemWithColor("#80aBcF")).isEmpty();
  }
}
