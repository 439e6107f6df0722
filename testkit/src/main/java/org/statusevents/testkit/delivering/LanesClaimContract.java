package org.statusevents.testkit.delivering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.testkit.OrderFixture.order;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.statusevents.application.delivering.ClaimedLane;
import org.statusevents.application.delivering.LaneSettlement.LaneNext;
import org.statusevents.application.delivering.Lanes;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.configuration.ConfigurationChange;
import org.statusevents.domain.delivery.Update;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.event.Operation;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.DeliveringWorld;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.Labels;
import org.statusevents.testkit.Operations;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.TestStore;

/// What [Lanes] promises of handing out lanes.
public interface LanesClaimContract {
  DeliveringWorld world();

  private LaneHand hand() {
    return new LaneHand(world().lanes());
  }

  /// A store with these channels.
  private TestStore shop(Channel... channels) {
    return TestStore.shop(world(), channels);
  }

  /// A store with one channel that wants every event.
  private TestStore shop() {
    return shop(Channels.everyEvent("web"));
  }

  private static List<String> orders(List<ClaimedLane> claimed) {
    return claimed.stream().map(lane -> lane.order().value()).toList();
  }

  private static List<Long> positions(ClaimedLane lane) {
    return lane.updates().stream().map(Update::position).toList();
  }

  /// Relabels an order `count` times, each an operation of its own that owes an update.
  static void relabel(TestStore store, String order, int count) {
    for (int i = 0; i < count; i++) {
      store.owed(
          order + "-relabel-" + store.known(order).order().version(),
          order,
          Events.orderLabelled(
              store.known(order).order().label().equals(Optional.of(Labels.PAID))
                  ? Labels.PACKED
                  : Labels.PAID));
    }
  }

  @Test
  default void whereNothingIsOwedNothingIsHandedOut() {
    TestStore shop = shop(Channels.paused(Channels.everyEvent("web")));
    shop.imported(order("A-1"));

    assertThat(hand().claim()).isEmpty();
  }

  @Test
  default void anOwedUpdateIsHandedOutAsItWasDecided() {
    TestStore shop = shop();
    UpdateId id = TestStore.updateOf(shop.imported(order("A-1").withCartOrderNumber("W-1")));

    ClaimedLane lane = hand().claimOne();

    assertThat(lane.store()).isEqualTo(Stores.SHOP);
    assertThat(lane.channel()).isEqualTo(Channels.everyEvent("web"));
    assertThat(lane.order()).isEqualTo(new OrderNumber("A-1"));
    assertThat(lane.failures()).isZero();
    assertThat(lane.failingFor()).isZero();
    assertThat(lane.updates()).hasSize(1);
    Update update = lane.updates().getFirst();
    assertThat(update.id()).isEqualTo(id);
    assertThat(update.store()).isEqualTo(Stores.SHOP);
    assertThat(update.channel()).isEqualTo(new ChannelId("web"));
    assertThat(update.position()).isEqualTo(1);
    assertThat(update.supersedesFrom()).isEmpty();
    assertThat(update.content().order()).isEqualTo(new OrderNumber("A-1"));
    assertThat(update.content().cartOrderNumber()).contains("W-1");
    assertThat(update.content().sequence()).isEqualTo(1);
    assertThat(update.content().orderLabel()).contains(Labels.RECEIVED);
    assertThat(update.content().lines()).hasSize(3);
    assertThat(update.content().events()).containsExactly("ORDER_IMPORT");
  }

  @Test
  default void theContentIsAsItWasWhenTheUpdateWasOwed() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    shop.recorded(Operations.operation("op-1", "A-1", Events.tracked("UPS", "1Z1")));
    shop.recorded(Operations.operation("op-2", "A-1", Events.packed(), Events.shipped()));

    List<Update> updates = hand().claimOne().updates();

    assertThat(updates.get(0).content().parcels()).isEmpty();
    assertThat(updates.get(1).content().parcels()).hasSize(1);
    assertThat(updates.get(1).content().previousOrderLabel()).contains(Labels.RECEIVED);
    assertThat(updates.get(1).content().lines().getFirst().shipped()).isZero();
    assertThat(updates.get(2).content().lines().getFirst().shipped()).isEqualTo(4);
    assertThat(updates.get(2).content().previousOrderLabel()).contains(Labels.SHIPPED);
    assertThat(updates.get(2).content().events())
        .containsExactly("ORDER_PACK", "ORDER_SET_ACTUAL_SHIP_DATE");
  }

  @Test
  default void updatesOfALaneComeInTheOrderInWhichTheyWereOwed() {
    TestStore shop = shop();
    UpdateId first = TestStore.updateOf(shop.imported(order("A-1")));
    UpdateId second = shop.owed("op-1", "A-1", Events.approved());
    UpdateId third = shop.owed("op-2", "A-1", Events.paid());

    ClaimedLane lane = hand().claimOne();

    assertThat(lane.updates()).extracting(Update::id).containsExactly(first, second, third);
    assertThat(positions(lane)).containsExactly(1L, 2L, 3L);
  }

  @Test
  default void updatesOfOneBatchComeInTheOrderOfItsOperations() {
    TestStore shop = shop();
    shop.record(
        Operations.importing(order("A-1").order()),
        Operations.operation("op-2", "A-1", Events.approved()),
        Operations.operation("op-1", "A-1", Events.paid()));

    ClaimedLane lane = hand().claimOne();

    assertThat(positions(lane)).containsExactly(1L, 2L, 3L);
    assertThat(lane.updates())
        .extracting(update -> update.content().orderLabel().orElseThrow())
        .containsExactly(Labels.RECEIVED, Labels.APPROVED, Labels.PAID);
  }

  @Test
  default void noMoreThanTheMostUpdatesAreHandedOutAtOnceAndTheRestNext() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    relabel(shop, "A-1", Lanes.UPDATES_MAX + 2);

    ClaimedLane lane = hand().claimOne();
    hand().settle(Settlements.accepted(lane));
    ClaimedLane rest = hand().claimOne();

    assertThat(positions(lane))
        .isEqualTo(LongStream.rangeClosed(1, Lanes.UPDATES_MAX).boxed().toList());
    assertThat(positions(rest)).containsExactly(21L, 22L, 23L);
  }

  @Test
  default void aLaneInSomebodysHandsIsNotHandedOutAgain() {
    TestStore shop = shop();
    shop.imported(order("A-1"));

    assertThat(hand().claim()).hasSize(1);
    shop.recorded(Operations.operation("op-1", "A-1", Events.approved()));
    assertThat(hand().claim()).isEmpty();
  }

  @Test
  default void aLaneWhoseLeaseIsOverIsHandedOutAgainWithAHigherToken() {
    TestStore shop = shop();
    shop.imported(order("A-1"));

    ClaimedLane lost = hand().claimOne(LaneHand.SHORT);
    ClaimedLane again = hand().claimSoon();

    assertThat(again.leaseToken()).isGreaterThan(lost.leaseToken());
    assertThat(again.updates()).isEqualTo(lost.updates());
    assertThat(again.failures()).isZero();
  }

  @Test
  default void noMoreLanesAreHandedOutThanAskedForAndTheOldestFirst() {
    TestStore shop = shop();
    for (int i = 1; i <= 5; i++) {
      shop.imported(order("A-" + i));
    }

    assertThat(orders(world().lanes().claim(new Lanes.Room(2, 10, Map.of()), LaneHand.LONG)))
        .containsExactly("A-1", "A-2");
    assertThat(orders(world().lanes().claim(new Lanes.Room(10, 10, Map.of()), LaneHand.LONG)))
        .containsExactly("A-3", "A-4", "A-5");
  }

  @Test
  default void aBusyChannelDoesNotKeepAnotherOneWaiting() {
    TestStore shop = shop(Channels.everyEvent("busy"), Channels.everyEvent("quiet"));
    for (int i = 1; i <= 5; i++) {
      shop.imported(order("B-" + i).withChannel("busy"));
    }
    shop.imported(order("Q-1").withChannel("quiet"));

    List<ClaimedLane> claimed =
        world().lanes().claim(new Lanes.Room(10, 2, Map.of()), LaneHand.LONG);

    assertThat(orders(claimed)).containsExactlyInAnyOrder("B-1", "B-2", "Q-1");
  }

  @Test
  default void oneOrderHasALaneOfItsOwnOnEachChannel() {
    TestStore shop = shop(Channels.everyEvent("cart"), Channels.everyEvent("web"));
    shop.imported(order("A-1"));

    assertThat(hand().claim())
        .extracting(lane -> lane.channel().id().value())
        .containsExactlyInAnyOrder("cart", "web");
  }

  @Test
  default void storesWithEqualNumbersHaveLanesOfTheirOwn() {
    TestStore shop = shop();
    TestStore other =
        TestStore.create(world(), Stores.withDefaults(Stores.OTHER, Channels.everyEvent("web")));
    UpdateId ours = TestStore.updateOf(shop.imported(order("A-1")));
    UpdateId theirs = TestStore.updateOf(other.imported(order("A-1")));
    shop.recorded(Operations.operation("op-1", "A-1", Events.approved()));

    List<ClaimedLane> claimed = hand().claim();

    assertThat(claimed).hasSize(2);
    for (ClaimedLane lane : claimed) {
      boolean our = lane.store().equals(Stores.SHOP);
      assertThat(lane.updates().getFirst().id()).isEqualTo(our ? ours : theirs);
      assertThat(lane.updates()).hasSize(our ? 2 : 1);
    }
  }

  @Test
  default void lanesOfAPausedChannelWaitUntilItIsEnabledAgain() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    shop.change(new ConfigurationChange.SetChannel(Channels.paused(Channels.everyEvent("web"))));
    assertThat(hand().claim()).isEmpty();

    shop.change(new ConfigurationChange.SetChannel(Channels.everyEvent("web")));
    assertThat(hand().claim()).hasSize(1);
  }

  @Test
  default void lanesOfARemovedChannelAreNeverHandedOut() {
    TestStore shop = shop(Channels.everyEvent("cart"), Channels.everyEvent("web"));
    shop.imported(order("A-1"));
    shop.change(new ConfigurationChange.RemoveChannel(new ChannelId("web")));

    assertThat(hand().claim())
        .extracting(lane -> lane.channel().id().value())
        .containsExactly("cart");
  }

  @Test
  default void theChannelIsAsConfiguredNow() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    Channel moved =
        Channels.withUrl(Channels.everyEvent("web"), URI.create("https://new.example/hook"));
    shop.change(new ConfigurationChange.SetChannel(moved));

    assertThat(hand().claimOne().channel()).isEqualTo(moved);
  }

  @Test
  default void ofALaneThatWantsTheLatestStateOnlyTheNewestIsHandedOut() {
    TestStore shop = shop(Channels.latestState("cart"));
    shop.imported(order("A-1"));
    shop.recorded(Operations.operation("op-1", "A-1", Events.approved()));
    UpdateId newest = shop.owed("op-2", "A-1", Events.paid());

    ClaimedLane lane = hand().claimOne();

    assertThat(lane.updates()).hasSize(1);
    assertThat(lane.updates().getFirst().id()).isEqualTo(newest);
    assertThat(lane.updates().getFirst().position()).isEqualTo(3);
    assertThat(lane.updates().getFirst().supersedesFrom()).contains(1L);
  }

  @Test
  default void anUpdateThatWaitsAloneSupersedesNothing() {
    TestStore shop = shop(Channels.latestState("cart"));
    shop.imported(order("A-1"));
    ClaimedLane first = hand().claimOne();
    hand().settle(Settlements.accepted(first));
    shop.recorded(Operations.operation("op-1", "A-1", Events.approved()));

    ClaimedLane second = hand().claimOne();

    assertThat(first.updates().getFirst().supersedesFrom()).isEmpty();
    assertThat(positions(second)).containsExactly(2L);
    assertThat(second.updates().getFirst().supersedesFrom()).isEmpty();
  }

  @Test
  default void manyThreadsNeverGetTheSameLane() throws ExecutionException, InterruptedException {
    TestStore shop = shop();
    shop.record(
        IntStream.rangeClosed(1, 60)
            .mapToObj(i -> Operations.importing(order("A-" + i).withLines(1).order()))
            .toArray(Operation[]::new));
    CountDownLatch start = new CountDownLatch(1);
    Callable<List<ClaimedLane>> worker =
        () -> {
          start.await();
          List<ClaimedLane> mine = new ArrayList<>();
          List<ClaimedLane> batch =
              world().lanes().claim(new Lanes.Room(3, 3, Map.of()), LaneHand.LONG);
          while (!batch.isEmpty()) {
            mine.addAll(batch);
            batch = world().lanes().claim(new Lanes.Room(3, 3, Map.of()), LaneHand.LONG);
          }
          return mine;
        };
    List<ClaimedLane> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<ClaimedLane>>> workers =
          IntStream.range(0, 4).mapToObj(_ -> threads.submit(worker)).toList();
      start.countDown();
      for (Future<List<ClaimedLane>> each : workers) {
        all.addAll(each.get());
      }
    }
    // A lane that another thread holds just then may be passed over once.
    all.addAll(hand().claim());

    assertThat(orders(all)).hasSize(60).doesNotHaveDuplicates();
  }

  @Test
  default void aLaneThatIsDueLaterIsNotHandedOutNow() {
    TestStore shop = shop();
    shop.imported(order("A-1"));
    hand()
        .settle(
            Settlements.refused(hand().claimOne(), new LaneNext.RetryAfter(Duration.ofHours(1))));

    assertThat(hand().claim()).isEmpty();
  }
}
