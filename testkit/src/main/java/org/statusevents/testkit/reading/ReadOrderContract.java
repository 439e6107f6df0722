package org.statusevents.testkit.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.testkit.OrderFixture.order;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.statusevents.application.reading.ReadOrder.OrderView;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.ReadingWorld;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.TestStore;

/// What [org.statusevents.application.reading.ReadOrder] promises.
public interface ReadOrderContract {
  ReadingWorld world();

  private TestStore shop() {
    return TestStore.shop(world(), Channels.everyEvent("web"));
  }

  private Optional<OrderView> read(String number) {
    return world().readOrder().read(Stores.SHOP, new OrderNumber(number));
  }

  @Test
  default void anOrderIsReadAsDecisionsSeeIt() {
    TestStore shop = shop();
    shop.imported(order("A-1").withChannel("web").withCartOrderNumber("W-1").withLines(12));
    Instant importedAt = shop.clock().instant();
    shop.clock().advance(Duration.ofMinutes(3));
    shop.owed(
        "op-1",
        "A-1",
        Events.shipped(2, 1),
        Events.expected(3),
        Events.tracked("UPS", "1Z1"),
        Events.tracked("DHL", "1234567890"));

    assertThat(read("A-1"))
        .contains(
            new OrderView(
                shop.known("A-1").order(), importedAt, importedAt.plus(Duration.ofMinutes(3))));
    assertThat(read("A-1").orElseThrow().order().parcels()).hasSize(2);
  }

  @Test
  default void anOrderThatJustCameInWasChangedThen() {
    TestStore shop = shop();
    shop.imported(order("A-1"));

    assertThat(read("A-1"))
        .contains(
            new OrderView(
                shop.known("A-1").order(), shop.clock().instant(), shop.clock().instant()));
  }

  @Test
  default void anOrderThatIsNoneOfTheStoreIsAbsent() {
    shop().imported(order("A-1"));
    TestStore.create(world(), Stores.withDefaults(Stores.OTHER)).imported(order("B-1"));

    assertThat(read("A-2")).isEmpty();
    assertThat(read("a-1")).isEmpty();
    assertThat(read("B-1")).isEmpty();
  }
}
