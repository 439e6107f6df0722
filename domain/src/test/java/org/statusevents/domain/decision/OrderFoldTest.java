package org.statusevents.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.statusevents.domain.decision.Events.addTracking;
import static org.statusevents.domain.decision.Events.approve;
import static org.statusevents.domain.decision.Events.editTracking;
import static org.statusevents.domain.decision.Events.imported;
import static org.statusevents.domain.decision.Seen.labelOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.statusevents.domain.event.StandardEvent;
import org.statusevents.domain.order.Order;

class OrderFoldTest {
  private final Shop shop = Shop.empty().defaults();
  private final List<AppliedEvent> history =
      shop.fire(imported(Shop.IMPORT), approve(), addTracking("1Z1")).applied();

  @Test
  void noHistoryIsNoOrder() {
    assertThat(OrderFold.fold(Shop.NUMBER, List.of())).isEmpty();
  }

  @Test
  void theHistoryGivesTheOrderWithItsFactsAndLabels() {
    assertThat(OrderFold.fold(Shop.NUMBER, history)).contains(shop.order());
  }

  @Test
  void aPartOfTheHistoryGivesTheOrderAsItWasThen() {
    Order then = OrderFold.fold(Shop.NUMBER, history.subList(0, 2)).orElseThrow();

    assertThat(labelOf(then)).isEqualTo("Approved");
    assertThat(then.parcels()).isEmpty();
    assertThat(then.version()).isEqualTo(2);
  }

  @Test
  void labelsStayAsAppliedWhateverTheRulesSayToday() {
    shop.rule(StandardEvent.ORDER_ADD_TRACKING_NUMBER, "-", "On Its Way", true);

    assertThat(OrderFold.fold(Shop.NUMBER, history)).map(Seen::labelOf).contains("Shipped");
  }

  @Test
  void aGapOrAMissingBeginningIsRefused() {
    assertThatThrownBy(() -> OrderFold.fold(Shop.NUMBER, List.of(history.get(0), history.get(2))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("gap before sequence 3");
    assertThatThrownBy(() -> OrderFold.fold(Shop.NUMBER, history.subList(1, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("gap before sequence 2");
  }

  @Test
  void anEventThatCannotHaveHappenedIsRefused() {
    AppliedEvent impossible = new AppliedEvent(4, editTracking("1Z7", "1Z8"), List.of(), List.of());

    assertThatThrownBy(() ->
            OrderFold.fold(
                Shop.NUMBER, List.of(history.get(0), history.get(1), history.get(2), impossible)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot be folded");
  }
}
