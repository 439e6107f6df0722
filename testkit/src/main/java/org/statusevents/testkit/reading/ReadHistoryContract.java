package org.statusevents.testkit.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.testkit.OrderFixture.order;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.statusevents.application.reading.FindOrders.OrderQuery;
import org.statusevents.application.reading.LedgerEntry;
import org.statusevents.application.reading.Page;
import org.statusevents.application.reading.PageRequest;
import org.statusevents.application.reading.ReadHistory.HistoryEntry;
import org.statusevents.application.recording.OperationReceipt;
import org.statusevents.domain.configuration.ConfigurationChange;
import org.statusevents.domain.decision.AppliedEvent;
import org.statusevents.domain.decision.OrderFold;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.domain.event.EventData;
import org.statusevents.domain.event.EventNote;
import org.statusevents.domain.event.EventScope;
import org.statusevents.domain.event.LineSelection;
import org.statusevents.domain.event.OccurredEvent;
import org.statusevents.domain.event.Operation;
import org.statusevents.domain.event.StandardEvent;
import org.statusevents.domain.event.StoreEvent;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.order.CustomerContact;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.domain.order.Parcel;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.Labels;
import org.statusevents.testkit.ManualClock;
import org.statusevents.testkit.Operations;
import org.statusevents.testkit.ReadingWorld;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.TestStore;
import org.statusevents.testkit.delivering.LaneHand;

/// What [org.statusevents.application.reading.ReadHistory] promises.
public interface ReadHistoryContract {
  ReadingWorld world();

  private TestStore shop() {
    return TestStore.shop(world(), Channels.everyEvent("web"));
  }

  private Page<HistoryEntry> page(String number, PageRequest request) {
    return world().readHistory().read(Stores.SHOP, new OrderNumber(number), request).orElseThrow();
  }

  private List<HistoryEntry> history(String number) {
    return Pages.all(500, request -> page(number, request));
  }

  private static List<AppliedEvent> applied(List<HistoryEntry> history) {
    return history.stream().map(HistoryEntry::applied).toList();
  }

  @Test
  default void anOrderThatIsNoneOfTheStoreHasNoHistory() {
    shop().imported(order("A-1"));
    TestStore.create(world(), Stores.withDefaults(Stores.OTHER)).imported(order("B-1"));

    for (String number : new String[] {"A-2", "B-1", "a-1"}) {
      assertThat(
              world().readHistory().read(Stores.SHOP, new OrderNumber(number), PageRequest.first()))
          .as(number)
          .isEmpty();
    }
  }

  @Test
  default void anEventIsToldWithWhereItCameFrom() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    shop.clock().advance(Duration.ofHours(2));
    shop.change(new ConfigurationChange.RenameLabel(Labels.PAID, new LabelText("Paid in Full")));
    Operation operation =
        Operations.operation(
            "op-1",
            "A-1",
            new OccurredEvent(
                StandardEvent.ORDER_PAYMENT_RECEIVED,
                new EventData.Nothing(),
                new EventNote(Optional.of("said \"so\""), Optional.of("Ref 7/ä"))));
    OperationReceipt receipt = shop.recorded(operation);

    HistoryEntry entry = history("A-1").getLast();

    assertThat(entry.applied().sequence()).isEqualTo(2);
    assertThat(entry.applied().event()).isEqualTo(operation.events().getFirst());
    assertThat(entry.applied().changes())
        .isEqualTo(receipt.orders().getFirst().events().getFirst().changes())
        .hasSize(1);
    assertThat(entry.operation()).isEqualTo(operation.id());
    assertThat(entry.source()).isEqualTo(Operations.SOURCE);
    assertThat(entry.actor()).isEqualTo(Operations.ACTOR);
    assertThat(entry.occurredAt()).isEqualTo(ManualClock.START);
    assertThat(entry.recordedAt()).isEqualTo(shop.clock().instant());
    assertThat(entry.configurationVersion()).isEqualTo(2);
  }

  @Test
  default void sequencesCountFromOneWithoutAGap() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    shop.record(
        Operations.operation("op-1", "A-1", Events.approved(), Events.paid()),
        Operations.operation("op-2", "A-1", Events.packed()));
    shop.recorded(Operations.operation("op-3", "A-1", Events.shipped()));

    assertThat(history("A-1"))
        .extracting(entry -> entry.applied().sequence())
        .containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  default void historyFoldsIntoTheOrderAsItStands() {
    TestStore shop = shop();
    StoreEvent own = new StoreEvent("GIFT_WRAPPED", "Gift Wrapped", EventScope.ITEM, "Wrapped.");
    shop.change(new ConfigurationChange.SetStoreEvent(own));
    shop.imported(order("A-1").withLines(5).withCartOrderNumber("W-1"));
    Parcel parcel =
        new Parcel("DHL", "Δ 1", Optional.empty(), List.of(new Parcel.ParcelLine(1, 2)));
    shop.recorded(
        Operations.operation(
            "op-1",
            "A-1",
            Events.approved(),
            Events.expected(1, 2),
            Events.shipped(1, 3),
            Events.returned(1, 2),
            Events.lineCancelled(2, 1),
            Events.tracked(parcel),
            Events.linesLabelled(Labels.PAID, 4, 5),
            Events.orderLabelled(Labels.ON_HOLD),
            OccurredEvent.of(own, new EventData.AffectedLines(LineSelection.lines(1, 3))),
            Events.exchanged(4, order("A-2").order()),
            Events.shipped(),
            Events.cancelled()));
    shop.recorded(Operations.operation("op-2", "A-2", Events.packed()));

    for (String number : new String[] {"A-1", "A-2"}) {
      assertThat(OrderFold.fold(new OrderNumber(number), applied(history(number))))
          .contains(shop.known(number).order());
    }
    assertThat(history("A-1")).hasSize(13);
    assertThat(history("A-2")).hasSize(2);
  }

  @Test
  default void noPersonIsInAHistory() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    shop.recorded(Operations.operation("op-1", "A-1", Events.exchanged(1, order("A-2").order())));

    assertThat(history("A-1").getFirst().applied().event().data())
        .isEqualTo(
            new EventData.Imported(order("A-1").withContact(CustomerContact.UNKNOWN).order()));
    assertThat(history("A-1").getLast().applied().event().data())
        .isEqualTo(history("A-2").getFirst().applied().event().data())
        .isEqualTo(
            Events.exchanged(1, order("A-2").withContact(CustomerContact.UNKNOWN).order()).data());
  }

  @Test
  default void eachEventSaysWhereItsChannelsStandNow() {
    LaneHand hand = new LaneHand(world().lanes());
    TestStore shop = shop();
    shop.imported(order("A-1"));
    hand.acceptAll();
    shop.recorded(Operations.operation("op-1", "A-1", Events.packed(), Events.packed()));

    List<HistoryEntry> history = history("A-1");

    assertThat(history)
        .extracting(entry -> entry.channels().stream().map(LedgerEntry::state).toList())
        .containsExactly(
            List.of(UpdateState.ACCEPTED),
            List.of(UpdateState.OWED),
            List.of(UpdateState.NOT_SENT));
    assertThat(history.stream().flatMap(entry -> entry.channels().stream()).toList())
        .isEqualTo(
            world()
                .readLedger()
                .ofOrder(Stores.SHOP, new OrderNumber("A-1"), PageRequest.first())
                .orElseThrow()
                .items());
  }

  @Test
  default void pagesVisitEachEventOnceInOrder() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    for (int i = 2; i <= 12; i++) {
      shop.recorded(Operations.operation("op-" + i, "A-1", Events.packed()));
    }
    shop.imported(order("A-2"));

    for (int limit : new int[] {1, 5, 11, 12, 13}) {
      assertThat(Pages.all(limit, request -> page("A-1", request)))
          .as("in pages of %d", limit)
          .extracting(entry -> entry.applied().sequence())
          .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
    }
  }

  @Test
  default void aCursorThatThisListDidNotGiveIsRefused() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    shop.owed("op-1", "A-1", Events.approved());
    shop.imported(order("A-2"));
    shop.owed("op-2", "A-2", Events.approved());
    Optional<String> ofOrders =
        world()
            .findOrders()
            .find(Stores.SHOP, OrderQuery.ANY, new PageRequest(1, Optional.empty()))
            .next();

    Pages.assertRefusesOtherCursors(request -> page("A-1", request), ofOrders);
    Pages.assertRefusesOtherCursors(
        request -> page("A-1", request), page("A-2", new PageRequest(1, Optional.empty())).next());
  }
}
