package org.statusevents.testkit.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.testkit.OrderFixture.order;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.statusevents.application.reading.CountLabels.LabelCount;
import org.statusevents.domain.label.LabelText;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.Labels;
import org.statusevents.testkit.ManualClock;
import org.statusevents.testkit.Operations;
import org.statusevents.testkit.ReadingWorld;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.TestStore;

/// What [org.statusevents.application.reading.CountLabels] promises.
public interface CountLabelsContract {
  ReadingWorld world();

  private List<LabelCount> count(Optional<Instant> from, Optional<Instant> to) {
    return world().countLabels().count(Stores.SHOP, from, to);
  }

  private List<LabelCount> count() {
    return count(Optional.empty(), Optional.empty());
  }

  private static LabelCount of(LabelText label, long orders, long lines) {
    return new LabelCount(Optional.of(label), orders, lines);
  }

  @Test
  default void aStoreWithoutOrdersCountsNothing() {
    TestStore.shop(world());
    TestStore.create(world(), Stores.withDefaults(Stores.OTHER)).imported(order("A-1"));

    assertThat(count()).isEmpty();
  }

  @Test
  default void ordersAndLinesAreCountedPerLabelByText() {
    TestStore shop = TestStore.shop(world());
    shop.imported(order("A-1"));
    shop.imported(order("A-2"));
    shop.imported(order("A-3").withLines(2));
    shop.recorded(Operations.operation("op-1", "A-2", Events.approved()));
    shop.recorded(
        Operations.operation("op-2", "A-3", Events.linesLabelled(Labels.ITEM_SHIPPED, 2)));

    assertThat(count())
        .containsExactly(
            of(Labels.APPROVED, 1, 0), of(Labels.ITEM_SHIPPED, 0, 1), of(Labels.RECEIVED, 2, 7));
  }

  @Test
  default void thoseWithoutALabelAreOneRow() {
    TestStore shop = TestStore.create(world(), QueryFixture.silentStore());
    shop.imported(order("A-1"));
    shop.imported(order("A-2"));
    shop.recorded(Operations.operation("op-1", "A-2", Events.orderLabelled(Labels.PAID)));

    assertThat(count())
        .containsExactlyInAnyOrder(new LabelCount(Optional.empty(), 1, 6), of(Labels.PAID, 1, 0));
  }

  @Test
  default void bothEndsOfARangeOfTimeBelongToIt() {
    TestStore shop = TestStore.shop(world());
    Instant noon = ManualClock.START;
    shop.imported(order("A-1").withLines(1).withOrderedAt(noon.minusSeconds(1)));
    shop.imported(order("A-2").withLines(2).withOrderedAt(noon));
    shop.imported(order("A-3").withLines(3).withOrderedAt(noon.plusSeconds(1)));
    shop.clock().advance(Duration.ofDays(1));
    shop.imported(order("A-4").withLines(4));

    assertThat(count(Optional.of(noon), Optional.of(noon)))
        .containsExactly(of(Labels.RECEIVED, 1, 2));
    assertThat(count(Optional.empty(), Optional.of(noon)))
        .containsExactly(of(Labels.RECEIVED, 2, 3));
    assertThat(count(Optional.of(noon), Optional.empty()))
        .containsExactly(of(Labels.RECEIVED, 3, 9));
    assertThat(count(Optional.of(shop.clock().instant()), Optional.empty()))
        .as("an order without a time of its own has that of its import")
        .containsExactly(of(Labels.RECEIVED, 1, 4));
    assertThat(count(Optional.of(noon.plusSeconds(1)), Optional.of(noon))).isEmpty();
  }

  @Test
  default void ordersOfAnotherStoreAreNotCounted() {
    TestStore.shop(world()).imported(order("A-1"));
    TestStore.create(world(), Stores.withDefaults(Stores.OTHER)).imported(order("A-2"));

    assertThat(count()).containsExactly(of(Labels.RECEIVED, 1, 3));
  }
}
