package org.statusevents.testkit.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.testkit.Operations.operation;
import static org.statusevents.testkit.OrderFixture.order;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.statusevents.application.recording.ExplainOperation;
import org.statusevents.application.recording.ExplainOperation.ExplainOutcome;
import org.statusevents.application.recording.Recording;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.decision.OrderDecision;
import org.statusevents.domain.event.Operation;
import org.statusevents.domain.event.OperationId;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.ManualClock;
import org.statusevents.testkit.TestStore;
import org.statusevents.testkit.memory.InMemoryStorage;

final class ExplainOperationTest {
  private static final OrderNumber A1 = new OrderNumber("A-1");

  private final InMemoryStorage storage = new InMemoryStorage(new ManualClock());
  private final TestStore shop = TestStore.shop(storage, Channels.everyEvent("web"));
  private final ExplainOperation explain =
      Recording.explainOperation(
          storage.transactions(),
          storage.orders(),
          () -> Map.of(Channels.ADAPTER, Channels.CAPABILITIES));

  @Test
  void r55WhatIsExplainedIsWhatHappensAndChangesNothing() {
    shop.imported(order("A-1"));
    Operation asked =
        operation("op-1", "A-1", Events.shipped(), Events.tracked("UPS", "1Z999AA10123456784"));
    var stored = shop.loaded(Set.of(A1), Set.of(new OperationId("op-1")));

    var explained = (ExplainOutcome.Explained) explain.explain(shop.id(), asked);

    assertThat(shop.loaded(Set.of(A1), Set.of(new OperationId("op-1")))).isEqualTo(stored);
    assertThat(explained.sentences()).isNotEmpty().allMatch(sentence -> !sentence.isBlank());
    shop.recorded(asked);
    assertThat(explained.decision().orders())
        .extracting(OrderDecision::after)
        .containsExactly(shop.known("A-1").order());
  }

  @Test
  void eachRefusalIsToldAsRecordingWouldTellIt() {
    shop.imported(order("A-1"));
    StoreId nowhere = new StoreId("nowhere");

    assertThat(explain.explain(nowhere, operation("op-1", "A-1", Events.approved())))
        .isEqualTo(new ExplainOutcome.StoreUnknown(nowhere));
    assertThat(explain.explain(shop.id(), operation("op-1", "A-9", Events.approved())))
        .isEqualTo(new ExplainOutcome.OrderUnknown(new OrderNumber("A-9")));
    assertThat(
            explain.explain(
                shop.id(), operation("op-1", "A-1", Events.imported(order("A-1").order()))))
        .isEqualTo(new ExplainOutcome.OrderExists(A1));
    assertThat(explain.explain(shop.id(), operation("op-1", "A-1", Events.shipped(77, 1))))
        .isInstanceOf(ExplainOutcome.DataRefused.class);
  }
}
