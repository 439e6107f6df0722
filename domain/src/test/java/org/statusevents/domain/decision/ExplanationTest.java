package org.statusevents.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.domain.decision.Events.approve;
import static org.statusevents.domain.decision.Events.on;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.statusevents.domain.event.StandardEvent;

/// Decisions in sentences (R55).
class ExplanationTest {

  @Test
  void aChangeIsToldFromTheOldLabelToTheNewAndWhoHearsOfIt() {
    Shop shop =
        Shop.strict()
            .pausedChannel("paused")
            .rule(StandardEvent.ITEM_FORCE_BACKORDER, "Back", "Some Back", true)
            .rule(StandardEvent.ORDER_APPROVE, "-", "Approved", true);
    shop.fire(approve());

    assertThat(Explanation.of(shop.fire(on(StandardEvent.ITEM_FORCE_BACKORDER, 2))))
        .containsExactly(
            "Item Force Backorder changes line 2 from no label to \"Back\".",
            "Item Force Backorder changes order 1001 from \"Approved\" to \"Some Back\".",
            "Item Force Backorder: channel paused gets no update, because the channel is paused.",
            "Item Force Backorder: channel web gets an update.");
  }

  @Test
  void anEventThatChangesNothingSaysSoAndWhyNobodyHearsOfIt() {
    assertThat(Explanation.of(Shop.withOrder().fire(approve())))
        .containsExactly(
            "Order Approve changes no label of order 1001.",
            "Order Approve: nobody gets an update, because the event has no label in the table.");
  }

  @ParameterizedTest
  @EnumSource
  void everyReasonFollowsBecause(NotSent reason) {
    assertThat(reason.sentence()).matches("[a-z].*[a-z]");
  }
}
