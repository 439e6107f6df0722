package org.statusevents.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodyBudgetTest {
  private final BodyBudget budget = new BodyBudget(100);

  @Test
  void thereIsRoomForAsManyBytesAsThereMayBe() {
    assertThat(budget.take(60)).isTrue();
    assertThat(budget.take(40)).isTrue();
    assertThat(budget.take(1)).isFalse();
  }

  @Test
  void whatWasRefusedTakesNoRoom() {
    assertThat(budget.take(60)).isTrue();
    assertThat(budget.take(50)).isFalse();
    assertThat(budget.take(40)).isTrue();
  }

  @Test
  void whatIsGivenBackCanBeTakenAgain() {
    assertThat(budget.take(100)).isTrue();
    budget.give(100);
    assertThat(budget.take(100)).isTrue();
  }

  @Test
  void oneBodyAloneAlwaysHasRoom() {
    assertThat(budget.take(500)).isTrue();
    assertThat(budget.take(1)).isFalse();
    budget.give(500);
    assertThat(budget.take(1)).isTrue();
  }
}
