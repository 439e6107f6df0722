package org.statusevents.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.domain.decision.Events.approve;
import static org.statusevents.domain.decision.Events.fill;
import static org.statusevents.domain.decision.Events.move;
import static org.statusevents.domain.decision.Events.some;
import static org.statusevents.domain.decision.Seen.labelOf;
import static org.statusevents.domain.decision.Seen.lineLabelsOf;
import static org.statusevents.domain.decision.Seen.owed;
import static org.statusevents.domain.decision.Seen.withheld;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.statusevents.domain.event.EventData.MovedToNewOrder;
import org.statusevents.domain.event.LineSelection;
import org.statusevents.domain.event.LineSelection.LineQuantity;
import org.statusevents.domain.event.OccurredEvent;
import org.statusevents.domain.event.StandardEvent;
import org.statusevents.domain.order.Order;
import org.statusevents.domain.order.Quantities;

/// Exchange and the two backorder events concern the order and the one that arises from it (R18).
class TwoOrdersTest {
  private static final LineSelection TWO_OF_LINE_2 = some(LineQuantity.of(2, 2));
  private static final OccurredEvent ITEM_FILL =
      move(StandardEvent.ITEM_FILL_BACKORDER, TWO_OF_LINE_2, Shop.NEW_ORDER);
  private static final OccurredEvent ORDER_FILL =
      move(StandardEvent.ORDER_FILL_BACKORDER, TWO_OF_LINE_2, Shop.NEW_ORDER);

  private final Shop shop =
      Shop.strict()
          .rule(StandardEvent.ITEM_FILL_BACKORDER, "Line Filled", "-", true)
          .rule(StandardEvent.ORDER_FILL_BACKORDER, "-", "Filled", true);

  @Test
  void theNewOrderIsMadeFromItsImport() {
    List<OrderDecision> orders = shop.fireAll(ITEM_FILL);

    OrderDecision arisen = orders.get(1);
    assertThat(arisen.before()).isEmpty();
    assertThat(arisen.created()).contains(Shop.NEW_ORDER);
    assertThat(arisen.after().version()).isEqualTo(1);
    assertThat(arisen.applied().getFirst().sequence()).isEqualTo(1);
    assertThat(arisen.after().lines())
        .extracting(line -> line.quantities())
        .containsExactly(Quantities.ordered(1), Quantities.ordered(1));
  }

  @Test
  void withoutANewOrderOnlyTheOriginalIsTouched() {
    assertThat(shop.fireAll(fill(StandardEvent.ITEM_FILL_BACKORDER, 2))).hasSize(1);
    assertThat(lineLabelsOf(shop.order())).containsExactly("-", "Line Filled", "-");
  }

  @Test
  void bothBackorderEventsOfOneActionMoveTheQuantityOnce() {
    List<OrderDecision> orders = shop.fireAll(ITEM_FILL, ORDER_FILL);

    assertThat(orders).hasSize(2);
    assertThat(orders.getFirst().after().line(2).orElseThrow().quantities())
        .isEqualTo(Quantities.ordered(4).move(2));
    for (OrderDecision order : orders) {
      assertThat(order.applied()).hasSize(2);
      assertThat(labelOf(order.after())).isEqualTo("Filled");
      assertThat(order.verdicts()).containsExactly(owed("web"));
    }
    assertThat(lineLabelsOf(orders.get(1).after())).containsExactly("Line Filled", "Line Filled");
  }

  /// So that folding the history does not move it again either.
  @Test
  void theSecondBackorderEventIsWrittenDownWithoutTheNewOrder() {
    OrderDecision original = shop.fireAll(ITEM_FILL, ORDER_FILL).getFirst();

    assertThat(original.applied())
        .extracting(applied -> ((MovedToNewOrder) applied.event().data()).newOrder().isPresent())
        .containsExactly(true, false);
  }

  @Test
  void eachOrderIsJudgedOnItsOwn() {
    shop.fire(ORDER_FILL);
    assertThat(labelOf(shop.order())).isEqualTo("Filled");

    List<OrderDecision> again =
        shop.fireAll(
            move(
                StandardEvent.ORDER_FILL_BACKORDER,
                some(LineQuantity.of(2, 1)),
                Shop.order("1003", Shop.NEW_ORDER.lines().getFirst())));

    assertThat(again.get(0).verdicts()).containsExactly(withheld("web", NotSent.UNCHANGED));
    assertThat(again.get(1).verdicts()).containsExactly(owed("web"));
  }

  @Test
  void aNewOrderThatIsThereAlreadyFromTheSameImportTakesTheEventToo() {
    shop.know(Shop.NEW_ORDER)
        .rule(StandardEvent.ORDER_APPROVE, "-", "Approved", false)
        .fireAll(shop.operation(Shop.NEW_ORDER.number(), approve()));

    OrderDecision present = shop.fireAll(ORDER_FILL).get(1);

    assertThat(present.before()).map(Order::version).contains(1L);
    assertThat(present.created()).isEmpty();
    assertThat(present.after().version()).isEqualTo(2);
    assertThat(labelOf(present.after())).isEqualTo("Filled");
  }

  @Test
  void theOrdersThatAnOperationTouchesAreKnownBeforehand() {
    assertThat(Decider.ordersTouchedBy(shop.operation(Shop.NUMBER, approve(), ITEM_FILL)))
        .containsExactlyInAnyOrder(Shop.NUMBER, Shop.NEW_ORDER.number());
    assertThat(
            Decider.ordersTouchedBy(
                shop.operation(Shop.NUMBER, fill(StandardEvent.ITEM_FILL_BACKORDER, 2))))
        .containsExactly(Shop.NUMBER);
  }
}
