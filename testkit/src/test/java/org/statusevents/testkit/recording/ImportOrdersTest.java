package org.statusevents.testkit.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.testkit.OrderFixture.order;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.statusevents.application.recording.ImportOrders;
import org.statusevents.application.recording.ImportOutcome;
import org.statusevents.application.recording.Recording;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.Labels;
import org.statusevents.testkit.ManualClock;
import org.statusevents.testkit.OrderFixture;
import org.statusevents.testkit.TestStore;
import org.statusevents.testkit.memory.InMemoryStorage;

final class ImportOrdersTest {
  private static final OrderNumber A1 = new OrderNumber("A-1");

  private final InMemoryStorage storage = new InMemoryStorage(new ManualClock());
  private final TestStore shop = TestStore.shop(storage, Channels.everyEvent("web"));
  private final ImportOrders importOrders =
      Recording.importOrders(shop.recordOperations(), shop.clock());

  private ImportOutcome importing(OrderFixture order, String actor) {
    return importOrders.importOrder(shop.id(), order.order(), "oms", actor);
  }

  @Test
  void r19AnImportIsTheFirstEventOfItsOrder() {
    assertThat(importing(order("A-1"), "anna")).isInstanceOf(ImportOutcome.Imported.class);
    assertThat(shop.known("A-1").order().version()).isEqualTo(1);
    assertThat(shop.known("A-1").order().label()).contains(Labels.RECEIVED);
  }

  @Test
  void theSameImportAgainHasNoSecondEffectWhoeverSendsIt() {
    var _ = importing(order("A-1"), "anna");
    shop.owed("op-1", "A-1", Events.approved());
    shop.clock().advance(Duration.ofDays(1));

    assertThat(importing(order("A-1"), "bert")).isEqualTo(new ImportOutcome.AlreadyImported(A1));
    assertThat(shop.known("A-1").order().version()).isEqualTo(2);
  }

  @Test
  void anotherImportOfTheSameNumberIsRefused() {
    var _ = importing(order("A-1"), "anna");

    assertThat(importing(order("A-1").withLines(2), "anna"))
        .isEqualTo(new ImportOutcome.ImportDiffers(A1));
    assertThat(importing(order("A-1").withCartOrderNumber("W-1"), "anna"))
        .isEqualTo(new ImportOutcome.ImportDiffers(A1));
    assertThat(shop.known("A-1").order().lines()).hasSize(3);
  }

  @Test
  void anOrderThatAroseFromAnExchangeIsThereAlready() {
    var _ = importing(order("A-0"), "anna");
    shop.owed("op-1", "A-0", Events.exchanged(1, order("A-1").order()));

    assertThat(importing(order("A-1"), "anna")).isEqualTo(new ImportOutcome.AlreadyImported(A1));
    assertThat(importing(order("A-1").withLines(2), "anna"))
        .isEqualTo(new ImportOutcome.ImportDiffers(A1));
  }

  @Test
  void anImportIntoAnUnknownStoreSaysSo() {
    StoreId nowhere = new StoreId("nowhere");

    assertThat(importOrders.importOrder(nowhere, order("A-1").order(), "oms", "anna"))
        .isEqualTo(new ImportOutcome.StoreUnknown(nowhere));
  }
}
