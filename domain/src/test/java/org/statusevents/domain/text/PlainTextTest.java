package org.statusevents.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.statusevents.domain.event.OperationId;
import org.statusevents.domain.label.LabelText;

final class PlainTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "Größe", "two\nlines\r\n\tand a tab", "\ud83d\udce6", "\ufffd\u200b"})
  void textThatCanBeKeptHasNoProblem(String text) {
    assertThat(PlainText.problemWith(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "a\0b", "bell\u0007", "\u007f", "\u0085"})
  void controlCharactersAreNone(String text) {
    assertThat(PlainText.problemWith(text)).contains("holds a control character");
  }

  @Test
  void halfCharactersAreNone() {
    for (String text : new String[] {"\ud83d", "a\udce6", "\udce6\ud83d", "\ud83d\ud83d\udce6"}) {
      Optional<String> problem = Optional.of("holds half a character (a lone surrogate)");
      assertThat(PlainText.problemWith(text)).isEqualTo(problem);
      assertThat(LabelText.problemWith("Paid " + text)).isPresent();
      assertThat(OperationId.problemWith("op-" + text)).isPresent();
    }
    assertThat(LabelText.problemWith("Paid \ud83d\udce6")).isEmpty();
    assertThat(OperationId.problemWith("op-\ud83d\udce6")).isEmpty();
  }

  @Test
  void labelsAndOperationIdsHaveNoControlCharactersAtAll() {
    for (String text : new String[] {"a\0", "a\tb", "a\nb", "a\u007fb"}) {
      assertThat(LabelText.problemWith(text)).isPresent();
      assertThat(OperationId.problemWith(text)).isPresent();
    }
  }
}
