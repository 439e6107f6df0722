package org.statusevents.testkit.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.testkit.OrderFixture.order;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.statusevents.application.delivering.LaneSettlement.LaneNext;
import org.statusevents.application.reading.FindOrders;
import org.statusevents.application.reading.FindOrders.FoundOrder;
import org.statusevents.application.reading.FindOrders.ItemLabel;
import org.statusevents.application.reading.FindOrders.LabelFilter;
import org.statusevents.application.reading.FindOrders.OrderQuery;
import org.statusevents.application.reading.Page;
import org.statusevents.application.reading.PageRequest;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.domain.event.Operation;
import org.statusevents.domain.label.LabelText;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.Labels;
import org.statusevents.testkit.ManualClock;
import org.statusevents.testkit.Operations;
import org.statusevents.testkit.ReadingWorld;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.TestStore;
import org.statusevents.testkit.delivering.LaneHand;
import org.statusevents.testkit.delivering.Settlements;

/// What [FindOrders] promises.
public interface FindOrdersContract {
  OrderQuery ANY = OrderQuery.ANY;

  ReadingWorld world();

  private TestStore shop() {
    return TestStore.shop(world(), Channels.everyEvent("web"));
  }

  private Page<FoundOrder> page(OrderQuery query, PageRequest request) {
    return world().findOrders().find(Stores.SHOP, query, request);
  }

  private List<String> found(OrderQuery query) {
    return page(query, PageRequest.first()).items().stream()
        .map(order -> order.number().value())
        .toList();
  }

  private static LabelFilter labelled(LabelText label) {
    return new LabelFilter.Labelled(label);
  }

  @Test
  default void aStoreWithoutOrdersHasNone() {
    TestStore.shop(world());
    TestStore.create(world(), Stores.withDefaults(Stores.OTHER)).imported(order("A-1"));

    assertThat(page(ANY, PageRequest.first())).isEqualTo(new Page<>(List.of(), Optional.empty()));
  }

  @Test
  default void anOrderIsShownAsItStands() {
    TestStore shop = shop();
    Instant orderedAt = ManualClock.START.minus(Duration.ofDays(2));
    shop.imported(
        order("A-1").withCartOrderNumber("W 1").withChannel("web").withOrderedAt(orderedAt));
    Instant importedAt = shop.clock().instant();
    shop.clock().advance(Duration.ofMinutes(7));
    shop.owed("op-1", "A-1", Events.tracked("UPS", "1Z1"), Events.packed());

    assertThat(page(ANY, PageRequest.first()).items())
        .containsExactly(
            new FoundOrder(
                new OrderNumber("A-1"),
                Optional.of("W 1"),
                Optional.of(new ChannelId("web")),
                Optional.of(Labels.PACKED),
                3,
                Optional.of(orderedAt),
                importedAt,
                importedAt.plus(Duration.ofMinutes(7)),
                3,
                1,
                List.of(new ItemLabel(Optional.of(Labels.RECEIVED), 3))));
  }

  @Test
  default void pagesVisitEachOrderOnceByNumber() {
    TestStore shop = shop();
    shop.record(
        IntStream.of(4, 1, 7, 3, 6, 2, 5)
            .mapToObj(i -> Operations.importing(order("A-" + i).order()))
            .toArray(Operation[]::new));

    for (int limit : new int[] {1, 2, 3, 6, 7, 8}) {
      assertThat(Pages.all(limit, request -> page(ANY, request)))
          .as("in pages of %d", limit)
          .extracting(order -> order.number().value())
          .containsExactly("A-1", "A-2", "A-3", "A-4", "A-5", "A-6", "A-7");
    }
  }

  @Test
  default void ordersThatComeInBetweenPagesDisturbNothing() {
    TestStore shop = shop();
    for (int i : new int[] {2, 4, 6, 8}) {
      shop.imported(order("A-" + i));
    }
    Page<FoundOrder> first = page(ANY, new PageRequest(2, Optional.empty()));
    shop.imported(order("A-1"));
    shop.imported(order("A-5"));
    shop.owed("op-1", "A-6", Events.approved());

    assertThat(page(ANY, new PageRequest(10, first.next())).items())
        .extracting(order -> order.number().value())
        .containsExactly("A-5", "A-6", "A-8");
  }

  @Test
  default void aFilterHoldsOnEveryPage() {
    TestStore shop = shop();
    for (int i = 1; i <= 9; i++) {
      shop.imported(order("A-" + i));
      if (i % 2 == 0) {
        shop.owed("op-" + i, "A-" + i, Events.approved());
      }
    }
    OrderQuery approved = new QueryFixture().withOrderLabel(labelled(Labels.APPROVED)).query();

    assertThat(Pages.all(2, request -> page(approved, request)))
        .extracting(order -> order.number().value())
        .containsExactly("A-2", "A-4", "A-6", "A-8");
  }

  @Test
  default void aCursorThatThisListDidNotGiveIsRefused() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    shop.imported(order("A-2"));
    shop.owed("op-1", "A-1", Events.approved());
    Optional<String> ofHistory =
        world()
            .readHistory()
            .read(Stores.SHOP, new OrderNumber("A-1"), new PageRequest(1, Optional.empty()))
            .flatMap(Page::next);

    Pages.assertRefusesOtherCursors(request -> page(ANY, request), ofHistory);
  }

  @Test
  default void aCursorOfAnotherQueryOrStoreShowsNothingThatDoesNotFit() {
    TestStore shop = shop();
    TestStore other = TestStore.create(world(), Stores.withDefaults(Stores.OTHER));
    for (int i = 1; i <= 3; i++) {
      shop.imported(order("A-" + i));
      other.imported(order("B-" + i));
    }
    shop.owed("op-1", "A-3", Events.approved());
    PageRequest one = new PageRequest(1, Optional.empty());
    PageRequest afterAnother = new PageRequest(10, page(ANY, one).next());
    PageRequest afterOther =
        new PageRequest(10, world().findOrders().find(Stores.OTHER, ANY, one).next());

    assertThat(
            page(new QueryFixture().withOrderLabel(labelled(Labels.APPROVED)).query(), afterAnother)
                .items())
        .extracting(order -> order.number().value())
        .containsExactly("A-3");
    assertThat(page(ANY, afterOther).items())
        .extracting(order -> order.number().value())
        .allMatch(number -> number.startsWith("A-"));
  }

  @Test
  default void ordersAreFoundByTheirLabelExactly() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    shop.imported(order("A-2"));
    shop.owed("op-1", "A-2", Events.approved());

    assertThat(found(new QueryFixture().withOrderLabel(labelled(Labels.APPROVED)).query()))
        .containsExactly("A-2");
    assertThat(
            found(new QueryFixture().withOrderLabel(labelled(new LabelText("approved"))).query()))
        .isEmpty();
    assertThat(found(new QueryFixture().withOrderLabel(labelled(new LabelText("%"))).query()))
        .isEmpty();
    assertThat(found(new QueryFixture().withOrderLabel(new LabelFilter.Unlabelled()).query()))
        .isEmpty();
  }

  @Test
  default void ordersAreFoundByTheLabelOfAnyLine() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    shop.imported(order("A-2"));
    shop.owed("op-1", "A-2", Events.linesLabelled(Labels.PAID, 3));

    assertThat(found(new QueryFixture().withItemLabel(labelled(Labels.PAID)).query()))
        .containsExactly("A-2");
    assertThat(found(new QueryFixture().withItemLabel(labelled(Labels.RECEIVED)).query()))
        .containsExactly("A-1", "A-2");
    assertThat(found(new QueryFixture().withOrderLabel(labelled(Labels.PAID)).query())).isEmpty();
  }

  @Test
  default void ordersWithoutALabelAreFoundAsSuch() {
    TestStore shop = TestStore.create(world(), QueryFixture.silentStore());
    shop.imported(order("A-1"));
    shop.recorded(Operations.operation("op-1", "A-1", Events.orderLabelled(Labels.PAID)));
    shop.imported(order("A-2"));
    shop.recorded(Operations.operation("op-2", "A-2", Events.linesLabelled(Labels.PAID, 1, 2, 3)));

    assertThat(found(new QueryFixture().withOrderLabel(new LabelFilter.Unlabelled()).query()))
        .containsExactly("A-2");
    assertThat(found(new QueryFixture().withItemLabel(new LabelFilter.Unlabelled()).query()))
        .containsExactly("A-1");
  }

  @Test
  default void ordersAreFoundByWhatHappenedToThem() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    shop.imported(order("A-2"));
    shop.owed("op-1", "A-2", Events.approved(), Events.paid());

    assertThat(found(new QueryFixture().withEvent("ORDER_APPROVE").query())).containsExactly("A-2");
    assertThat(found(new QueryFixture().withEvent("ORDER_IMPORT").query()))
        .containsExactly("A-1", "A-2");
    assertThat(found(new QueryFixture().withEvent("NO_SUCH_EVENT").query())).isEmpty();
  }

  @Test
  default void ordersAreFoundByTheChannelTheyName() {
    TestStore shop = shop();
    shop.imported(order("A-1").withChannel("web"));
    shop.imported(order("A-2").withChannel("not-yet"));

    assertThat(found(new QueryFixture().withChannel("web").query())).containsExactly("A-1");
    assertThat(found(new QueryFixture().withChannel("not-yet").query())).containsExactly("A-2");
    assertThat(found(new QueryFixture().withChannel("WEB").query())).isEmpty();
  }

  @Test
  default void ordersAreFoundByTheChannelThatTheyOwedAnUpdate() {
    TestStore shop = twoChannels();
    shop.imported(order("A-2").withChannel("till"));
    shop.imported(order("A-1"));

    assertThat(found(new QueryFixture().withChannel("web").query())).containsExactly("A-1");
    assertThat(found(new QueryFixture().withChannel("off").query())).isEmpty();
  }

  @Test
  default void aDeliveryStateBesideAChannelIsMeantOnThatChannel() {
    TestStore shop = twoChannels();
    shop.imported(order("A-2").withChannel("till"));
    shop.imported(order("A-1"));
    shop.recorded(Operations.operation("op-1", "A-2", Events.approved()));
    shop.recorded(Operations.operation("op-2", "A-2", Events.approved()));

    assertThat(onChannel("web", UpdateState.OWED)).containsExactly("A-1");
    assertThat(onChannel("till", UpdateState.OWED)).containsExactly("A-2");
    assertThat(onChannel("off", UpdateState.OWED)).isEmpty();
    assertThat(onChannel("off", UpdateState.NOT_SENT)).containsExactly("A-1");
    assertThat(onChannel("till", UpdateState.NOT_SENT)).containsExactly("A-2");
    assertThat(onChannel("web", UpdateState.NOT_SENT)).isEmpty();
  }

  private TestStore twoChannels() {
    return TestStore.shop(
        world(),
        Channels.everyEvent("web"),
        Channels.everyEvent("till"),
        Channels.paused(Channels.everyEvent("off")));
  }

  private List<String> onChannel(String channel, UpdateState state) {
    return found(new QueryFixture(QueryFixture.inState(state)).withChannel(channel).query());
  }

  @Test
  default void ordersAreFoundByTheStateOfTheirUpdates() {
    LaneHand hand = new LaneHand(world().lanes());
    TestStore shop = shop();
    shop.imported(order("A-1"));
    hand.settle(Settlements.accepted(hand.claimOne()));
    shop.imported(order("A-2"));
    hand.park();
    shop.imported(order("A-3"));
    hand.settle(Settlements.refused(hand.claimOne(), new LaneNext.RetryAfter(LaneHand.LONG)));
    shop.imported(order("A-4"));
    hand.settle(Settlements.accepted(hand.claimOne()));
    shop.owed("op-1", "A-4", Events.approved());
    assertThat(hand.claim()).hasSize(1);

    assertThat(found(QueryFixture.inState(UpdateState.ACCEPTED))).containsExactly("A-1", "A-4");
    assertThat(found(QueryFixture.inState(UpdateState.PARKED))).containsExactly("A-2");
    assertThat(found(QueryFixture.inState(UpdateState.OWED))).containsExactly("A-3");
    assertThat(found(QueryFixture.inState(UpdateState.IN_DELIVERY))).containsExactly("A-4");
    assertThat(found(QueryFixture.inState(UpdateState.REFUSED))).isEmpty();
    assertThat(found(QueryFixture.inState(UpdateState.SUPERSEDED))).isEmpty();
  }

  @Test
  default void bothEndsOfARangeOfTimeBelongToIt() {
    TestStore shop = shop();
    Instant noon = ManualClock.START;
    shop.imported(order("A-1").withOrderedAt(noon.minusSeconds(1)));
    shop.imported(order("A-2").withOrderedAt(noon));
    shop.imported(order("A-3").withOrderedAt(noon.plusSeconds(1)));
    shop.clock().advance(Duration.ofDays(1));
    shop.imported(order("A-4"));

    assertThat(found(new QueryFixture().withFrom(noon).query()))
        .containsExactly("A-2", "A-3", "A-4");
    assertThat(found(new QueryFixture().withTo(noon).query())).containsExactly("A-1", "A-2");
    assertThat(found(new QueryFixture().withFrom(noon).withTo(noon).query()))
        .containsExactly("A-2");
    assertThat(found(new QueryFixture().withFrom(shop.clock().instant()).query()))
        .as("an order without a time of its own has that of its import")
        .containsExactly("A-4");
    assertThat(found(new QueryFixture().withFrom(noon.plusSeconds(1)).withTo(noon).query()))
        .isEmpty();
  }

  @Test
  default void textIsLookedForWhereverOrdersHaveNumbersIgnoringCase() {
    TestStore shop = shop();
    shop.imported(order("Left-1").withCartOrderNumber("W 77/%").withLines(1));
    shop.imported(order("right-2").withLines(3));
    shop.owed("op-1", "right-2", Events.tracked("UPS", "1Zabc_9"));

    assertThat(found(QueryFixture.withText("LEFT"))).containsExactly("Left-1");
    assertThat(found(QueryFixture.withText("w 77"))).containsExactly("Left-1");
    assertThat(found(QueryFixture.withText("1zABC"))).containsExactly("right-2");
    assertThat(found(QueryFixture.withText("sku-3"))).containsExactly("right-2");
    assertThat(found(QueryFixture.withText("sku-"))).containsExactly("Left-1", "right-2");
    assertThat(found(QueryFixture.withText("Article"))).isEmpty();
  }

  @Test
  default void signsThatMeanSomethingToADatabaseAreTextLikeAnyOther() {
    TestStore shop = shop();
    shop.imported(order("A-1").withCartOrderNumber("100% W_1\\2'\""));
    shop.imported(order("A-2").withCartOrderNumber("W-1"));
    shop.owed("op-1", "A-2", Events.tracked("UPS", "T\"\\1"));

    assertThat(found(QueryFixture.withText("t\"\\1"))).containsExactly("A-2");
    assertThat(found(QueryFixture.withText("%"))).containsExactly("A-1");
    assertThat(found(QueryFixture.withText("W_1"))).containsExactly("A-1");
    assertThat(found(QueryFixture.withText("1\\2"))).containsExactly("A-1");
    assertThat(found(QueryFixture.withText("'\""))).containsExactly("A-1");
    assertThat(found(QueryFixture.withText("' or '1'='1"))).isEmpty();
  }

  @Test
  default void allThatIsAskedForMustFit() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    shop.imported(order("A-2"));
    shop.imported(order("B-2"));
    shop.owed("op-1", "A-2", Events.approved());
    shop.owed("op-2", "B-2", Events.approved());
    OrderQuery approved = new QueryFixture().withOrderLabel(labelled(Labels.APPROVED)).query();
    OrderQuery both = new QueryFixture(approved).withSearched("a-").query();

    assertThat(found(approved)).containsExactly("A-2", "B-2");
    assertThat(found(both)).containsExactly("A-2");
    assertThat(found(new QueryFixture(both).withEvent("ORDER_PACK").query())).isEmpty();
  }

  @Test
  default void ordersOfAnotherStoreAreNotFound() {
    TestStore shop = shop();
    TestStore other =
        TestStore.create(world(), Stores.withDefaults(Stores.OTHER, Channels.everyEvent("web")));
    shop.imported(order("A-1"));
    other.imported(order("A-2"));

    assertThat(found(ANY)).containsExactly("A-1");
    assertThat(found(QueryFixture.withText("A-2"))).isEmpty();
    assertThat(found(QueryFixture.inState(UpdateState.OWED))).containsExactly("A-1");
  }
}
