package org.statusevents.adapters.persistence.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.statusevents.adapters.persistence.database.PostgresWorld;
import org.statusevents.adapters.persistence.database.TestDatabase;
import org.statusevents.application.reading.FindOrders.FoundOrder;
import org.statusevents.application.reading.FindOrders.OrderQuery;
import org.statusevents.application.reading.Page;
import org.statusevents.application.reading.PageRequest;
import org.statusevents.application.reading.ReadHistory.HistoryEntry;
import org.statusevents.application.recording.RecordingOutcome;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.decision.AppliedEvent;
import org.statusevents.domain.decision.OrderFold;
import org.statusevents.domain.event.EventData;
import org.statusevents.domain.event.LineSelection;
import org.statusevents.domain.event.OccurredEvent;
import org.statusevents.domain.event.Operation;
import org.statusevents.domain.event.StandardEvent;
import org.statusevents.domain.order.NewLine;
import org.statusevents.domain.order.Order;
import org.statusevents.domain.order.OrderImport;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.domain.order.Parcel;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.Labels;
import org.statusevents.testkit.ManualClock;
import org.statusevents.testkit.Operations;
import org.statusevents.testkit.OrderFixture;
import org.statusevents.testkit.TestStore;

/// The stored order is the fold of the stored history, whatever happened.
class HistoryFoldTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.embedded();
  private static final int OPERATIONS = 60;
  private static final int BATCH = 6;

  private PostgresWorld world;
  private TestStore shop;

  @BeforeEach
  void open() {
    DATABASE.empty();
    world = new PostgresWorld(DATABASE.persistence());
    shop = TestStore.shop(world, Channels.everyEvent("web"), Channels.latestState("cart"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theStoredHistoryFoldsToTheStoredOrder(long seed) {
    Random random = new Random(seed);
    shop.record(Operations.importing(shuffled("A-1")));
    List<Operation> batch = new ArrayList<>();
    int recorded = 0;
    for (int i = 0; i < OPERATIONS; i++) {
      OccurredEvent[] events = new OccurredEvent[1 + random.nextInt(3)];
      for (int e = 0; e < events.length; e++) {
        events[e] = randomEvent(random, "A-1-" + i + "-" + e);
      }
      batch.add(Operations.operation("op-" + i, "A-1", events));
      if (batch.size() == BATCH) {
        recorded += recorded(batch);
        batch.clear();
      }
    }

    assertThat(recorded).as("operations that were possible").isGreaterThan(OPERATIONS / 4);
    List<OrderNumber> orders =
        world
            .findOrders()
            .find(
                shop.id(), OrderQuery.ANY, new PageRequest(PageRequest.LIMIT_MAX, Optional.empty()))
            .items()
            .stream()
            .map(FoundOrder::number)
            .toList();
    assertThat(orders).hasSizeGreaterThan(1);
    for (OrderNumber number : orders) {
      Order stored = shop.known(number.value()).order();
      assertThat(OrderFold.fold(number, history(number))).contains(stored);
      assertThat(world.readOrder().read(shop.id(), number).orElseThrow().order()).isEqualTo(stored);
    }
  }

  private int recorded(List<Operation> batch) {
    return (int)
        shop.record(batch.toArray(Operation[]::new)).stream()
            .filter(RecordingOutcome.Recorded.class::isInstance)
            .count();
  }

  private List<AppliedEvent> history(OrderNumber number) {
    List<AppliedEvent> history = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<HistoryEntry> page =
          world.readHistory().read(shop.id(), number, new PageRequest(50, cursor)).orElseThrow();
      page.items().forEach(entry -> history.add(entry.applied()));
      cursor = page.next();
    } while (cursor.isPresent());
    return history;
  }

  /// Lines in no order, and a time finer than the database keeps.
  private static OrderImport shuffled(String number) {
    return new OrderImport(
        new OrderNumber(number),
        Optional.of("W-" + number),
        Optional.of(new ChannelId("web")),
        Optional.of(ManualClock.START.plusNanos(123_456_789)),
        OrderFixture.CUSTOMER,
        List.of(line(3), line(1), line(4), line(2)));
  }

  private static NewLine line(int number) {
    return new NewLine(number, "SKU-" + number, "Article " + number, 5);
  }

  private static OccurredEvent randomEvent(Random random, String unique) {
    int line = 1 + random.nextInt(5);
    LocalDate day = Events.DAY.plusDays(random.nextInt(5));
    String tracking = "1Z" + random.nextInt(4);
    return switch (random.nextInt(14)) {
      case 0 -> Events.approved();
      case 1 -> Events.packed();
      case 2 -> Events.shipped(line, 1);
      case 3 -> Events.returned(line, 1);
      case 4 -> Events.lineCancelled(line, 1);
      case 5 -> Events.expected(line);
      case 6 -> Events.tracked("UPS", tracking);
      case 7 ->
          OccurredEvent.of(
              StandardEvent.ORDER_EDIT_TRACKING_NUMBER,
              new EventData.ParcelEdited(
                  tracking,
                  new Parcel(
                      "DHL",
                      "1Z" + random.nextInt(4),
                      Optional.of(day),
                      List.of(new Parcel.ParcelLine(1, 1)))));
      case 8 ->
          OccurredEvent.of(
              StandardEvent.ITEM_ADD,
              new EventData.LinesAdded(List.of(line(20 - random.nextInt(15)))));
      case 9 ->
          OccurredEvent.of(
              StandardEvent.ITEM_REVISE,
              new EventData.LinesRevised(
                  List.of(
                      new EventData.LineRevision(
                          line, Optional.of("NEW"), Optional.empty(), OptionalInt.of(9)))));
      case 10 ->
          OccurredEvent.of(
              StandardEvent.ITEM_EXCHANGE,
              new EventData.MovedToNewOrder(
                  new LineSelection.SomeLines(List.of(LineSelection.LineQuantity.of(line, 1))),
                  Optional.of(shuffled(unique))));
      case 11 -> Events.orderLabelled(Labels.PAID);
      case 12 -> Events.linesLabelled(Labels.PACKED, line);
      default -> random.nextBoolean() ? Events.paid() : Events.unapproved();
    };
  }
}
