package org.statusevents.benchmarks.faults.driving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class BalanceTest {
  private static final long SECOND = 1_000_000_000L;

  private final Balance<String> balance = new Balance<>(List.of("a", "b", "c"));

  @Test
  void allGetTheirShareInTurn() {
    assertThat(List.of(next(0), next(0), next(0))).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void oneThatDoesNotAnswerKeepsItsShareAndNoMore() {
    assertThat(List.of(next(0), next(0), next(0))).contains("a");
    for (int i = 0; i < 20; i++) {
      String one = i % 2 == 0 ? "b" : "c";
      balance.done(one, true, 0);
      assertThat(next(0)).isEqualTo(one);
    }
  }

  @Test
  void oneThatFailedIsLeftOutForASecond() {
    balance.done(next(0), true, 0);
    balance.done("a", false, 0);

    for (int i = 0; i < 6; i++) {
      assertThat(next(SECOND / 2)).isNotEqualTo("a");
    }
    assertThat(next(2 * SECOND)).isEqualTo("a");
  }

  @Test
  void oneThatFailedIsBetterThanNone() {
    balance.done("a", false, 0);

    assertThat(balance.next(List.of("a"), 1)).contains("a");
    assertThat(balance.next(List.of(), 1)).isEmpty();
  }

  private String next(long now) {
    return balance.next(List.of("a", "b", "c"), now).orElseThrow();
  }
}
