package org.statusevents.domain.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// R48.
class LookupProofTest {

  @ParameterizedTest
  @CsvSource({
    "12345,      12345",
    "12345,      12345-6789",
    "12345-6789, 12345",
    "12345-0000, 123456789",
    "' 123 45 ', 12345",
    "sw1a1aa,    SW1A 1AA",
    "SW1A-1AA,   sw1a 1aa",
    "12345\u20136789, 12345"
  })
  void theRightCodeProvesHoweverItIsWritten(String offered, String known) {
    assertThat(LookupProof.proves(offered, Optional.of(known))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"12346, 12345", "1234, 12345", "123456, 12345", "1234567890, 12345", "'', 12345"})
  void anotherCodeDoesNot(String offered, String known) {
    assertThat(LookupProof.proves(offered, Optional.of(known))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-", "12345"})
  void nothingProvesAnOrderWithoutACode(String offered) {
    assertThat(LookupProof.proves(offered, Optional.empty())).isFalse();
    assertThat(LookupProof.proves(offered, Optional.of(""))).isFalse();
    assertThat(LookupProof.proves(offered, Optional.of(" - "))).isFalse();
  }

  @Test
  void aVeryLongCodeIsJustAnotherCode() {
    assertThat(LookupProof.proves("1".repeat(100_000), Optional.of("12345"))).isFalse();
  }
}
