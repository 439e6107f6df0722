package org.statusevents.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {
  private static final Quantities FIVE = Quantities.ordered(5);

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0, 0, 0",
    "1000001, 0, 0, 0, 0, 0",
    "5, -1, 0, 0, 0, 0",
    "5, 0, -1, 0, 0, 0",
    "5, 0, 0, -1, 0, 0",
    "5, 0, 0, 0, -1, 0",
    "5, 0, 0, 0, 0, -1",
    "5, 0, 1, 2, 0, 0",
    "5, 3, 2, 0, 0, 1",
    "5, 6, 0, 0, 0, 0",
    "5, 0, 2, 0, 3, 1",
    "5, 0, 0, 0, 6, 0"
  })
  void quantitiesThatCannotBeAreRefused(
      int ordered, int shipped, int cancelled, int cancelledWithOrder, int returned, int moved) {
    assertThatThrownBy(
            () -> new Quantities(ordered, shipped, cancelled, cancelledWithOrder, returned, moved))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void neededIsWhatIsNeitherShippedNorCancelledNorMoved() {
    assertThat(FIVE.needed()).isEqualTo(5);
    assertThat(FIVE.ship(2).cancel(1).move(1).needed()).isEqualTo(1);
    assertThat(FIVE.ship(5).returned(5).needed()).isZero();
  }

  @Test
  void whatWasCancelledOrMovedCannotComeBackAndWhatNobodySawShipCan() {
    assertThat(FIVE.returnable()).isEqualTo(5);
    assertThat(FIVE.cancel(1).move(1).returned(2).returnable()).isEqualTo(1);
  }

  @Test
  void aLineIsClosedWhenAllOfItIsCancelledReturnedOrMoved() {
    assertThat(FIVE.closed()).isFalse();
    assertThat(FIVE.ship(5).closed()).isFalse();
    assertThat(FIVE.cancel(2).move(1).returned(1).closed()).isFalse();
    assertThat(FIVE.cancel(2).move(1).returned(2).closed()).isTrue();
    assertThat(FIVE.ship(5).returned(5).closed()).isTrue();
  }

  @Test
  void cancellingWithTheOrderTakesWhatIsOpenAndGivesItBackOnce() {
    Quantities before = FIVE.ship(2).cancel(1);

    Quantities cancelled = before.cancelWithOrder();

    assertThat(cancelled.cancelled()).isEqualTo(3);
    assertThat(cancelled.cancelledWithOrder()).isEqualTo(2);
    assertThat(cancelled.cancelWithOrder()).isEqualTo(cancelled);
    assertThat(cancelled.uncancelWithOrder()).isEqualTo(before);
    assertThat(before.uncancelWithOrder()).isEqualTo(before);
  }

  @Test
  void whatCameBackThoughNobodySawItShipIsNotCancelledWithTheOrder() {
    assertThat(FIVE.returned(3).cancelWithOrder().cancelled()).isEqualTo(2);
  }

  @Test
  void theOrderedQuantityCanBeLoweredToWhatBecameOfIt() {
    Quantities quantities = FIVE.ship(2).cancel(1).returned(2);

    assertThat(quantities.orderedMin()).isEqualTo(3);
    assertThat(quantities.reordered(3).needed()).isZero();
    assertThatThrownBy(() -> quantities.reordered(2)).isInstanceOf(IllegalArgumentException.class);
    assertThat(FIVE.orderedMin()).isEqualTo(1);
  }
}
