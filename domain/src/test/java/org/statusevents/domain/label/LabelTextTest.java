package org.statusevents.domain.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// R4 and R27.
class LabelTextTest {

  @Test
  void spaceAroundTheTextIsCut() {
    assertThat(new LabelText("  Some Items Backordered\t").value())
        .isEqualTo("Some Items Backordered");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "   ", "\t", "Don't ship", "\"Shipped\"", "a\nb", "a\u0000b", "a\u0085b"})
  void blankTextsQuotesAndControlCharactersAreRefused(String text) {
    assertThat(LabelText.problemWith(text)).isPresent();
    assertThatThrownBy(() -> new LabelText(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Versandt (Köln)", "発送済み", "100 % <b>&amp;", "’typographic’", "🚚"})
  void otherTextsAreFine(String text) {
    assertThat(LabelText.problemWith(text)).isEmpty();
    assertThat(new LabelText(text)).hasToString(text);
  }

  @Test
  void aTextIsLongFrom50CharactersAndRefusedAbove120() {
    assertThat(new LabelText("x".repeat(49)).isLong()).isFalse();
    assertThat(new LabelText("x".repeat(50)).isLong()).isTrue();
    assertThat(new LabelText("x".repeat(120)).isLong()).isTrue();
    assertThat(LabelText.problemWith("x".repeat(121)))
        .contains("label text has 121 characters (expected: at most 120)");
    assertThat(LabelText.problemWith(" " + "x".repeat(120) + " ")).isEmpty();
  }

  @Test
  void equalityIsExactText() {
    assertThat(new LabelText("Shipped"))
        .isEqualTo(new LabelText("Shipped "))
        .isNotEqualTo(new LabelText("shipped"));
  }
}
