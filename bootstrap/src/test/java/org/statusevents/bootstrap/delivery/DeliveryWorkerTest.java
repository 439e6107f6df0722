package org.statusevents.bootstrap.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.statusevents.application.channel.CartChannels;
import org.statusevents.application.delivering.ClaimedLane;
import org.statusevents.application.delivering.DeliverUpdates;
import org.statusevents.application.delivering.DeliverUpdates.DeliveryReport;
import org.statusevents.application.delivering.Delivering;
import org.statusevents.application.delivering.LaneSettlement;
import org.statusevents.application.delivering.Lanes;
import org.statusevents.application.transaction.StorageUnavailable;
import org.statusevents.domain.channel.ChannelId;
import org.statusevents.domain.delivery.RetrySchedule;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.OrderFixture;
import org.statusevents.testkit.TestStore;
import org.statusevents.testkit.Waiting;
import org.statusevents.testkit.memory.FakeCartChannel;
import org.statusevents.testkit.memory.InMemoryStorage;

@Timeout(30)
final class DeliveryWorkerTest {
  private static final Duration LONG = Duration.ofHours(1);
  private static final WorkerLimits QUICK =
      new WorkerLimits(
          16,
          4,
          4,
          Duration.ofSeconds(45),
          Duration.ofMillis(5),
          Duration.ofMillis(20),
          Duration.ofSeconds(5));
  private static final WorkerLimits ONLY_WHEN_WOKEN =
      new WorkerLimits(16, 4, 4, Duration.ofSeconds(45), LONG, LONG, Duration.ofSeconds(5));

  private final InMemoryStorage storage = new InMemoryStorage(InstantSource.system());
  private final FakeCartChannel cart = new FakeCartChannel();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final TestStore store =
      TestStore.shop(storage, Channels.everyEvent("web"), Channels.everyEvent("second"));
  private final ConcurrentLinkedQueue<DeliveryWorker> workers = new ConcurrentLinkedQueue<>();

  @AfterEach
  void closeWorkers() {
    workers.forEach(DeliveryWorker::close);
  }

  @Test
  void everythingThatWaitsIsDelivered() {
    importOrders(30);
    DeliveryWorker _ = started(storage.lanes(), deliverer(), QUICK);
    assertThat(sentOrders(60)).hasSize(30);
  }

  @Test
  void aWakeUpIsEnoughHoweverLongThePauseIs() {
    DeliveryWorker worker = started(storage.lanes(), deliverer(), ONLY_WHEN_WOKEN);
    worker.wake();
    importOrders(1);
    worker.wake();
    assertThat(sentOrders(2)).containsExactly("1");
  }

  @Test
  void noChannelHasMoreLanesInDeliveryThanItMayAndAllTogetherNoMoreEither() {
    importOrders(40);
    Map<ChannelId, AtomicInteger> now = new HashMap<>();
    now.put(new ChannelId("web"), new AtomicInteger());
    now.put(new ChannelId("second"), new AtomicInteger());
    AtomicInteger most = new AtomicInteger();
    Semaphore pace = new Semaphore(0);
    DeliverUpdates measuring =
        (lane, claimedAt) -> {
          AtomicInteger count = now.get(lane.channel().id());
          int _ = most.accumulateAndGet(count.incrementAndGet(), Math::max);
          acquire(pace);
          int _ = count.decrementAndGet();
          return deliverer().deliver(lane, claimedAt);
        };
    DeliveryWorker _ = started(storage.lanes(), measuring, QUICK);
    for (int i = 0; i < 80; i++) {
      pace.release();
      int done = i + 1;
      int _ = Waiting.until(() -> cart.sent().size(), sent -> sent >= done);
    }
    assertThat(most.get()).isBetween(2, QUICK.perChannelMax());
  }

  @Test
  void aChannelThatHangsDoesNotHoldUpAnother() {
    importOrders(20);
    CountDownLatch hang = new CountDownLatch(1);
    DeliverUpdates hanging =
        (lane, claimedAt) -> {
          if (lane.channel().id().equals(new ChannelId("web"))) {
            await(hang);
          }
          return deliverer().deliver(lane, claimedAt);
        };
    DeliveryWorker _ = started(storage.lanes(), hanging, QUICK);
    assertThat(sentOrders(20)).hasSize(20);
    assertThat(cart.sent()).allMatch(update -> update.channel().equals(new ChannelId("second")));
    hang.countDown();
    assertThat(sentOrders(40)).hasSize(20);
  }

  @Test
  void aStorageThatGoesAwayIsAskedUntilItIsBack() {
    importOrders(3);
    AtomicInteger failures = new AtomicInteger(5);
    Lanes flaky =
        new Lanes() {
          @Override
          public List<ClaimedLane> claim(Room room, Duration lease) {
            if (failures.getAndDecrement() > 0) {
              throw new StorageUnavailable("away", new IllegalStateException("for the test"));
            }
            return storage.lanes().claim(room, lease);
          }

          @Override
          public List<Boolean> settle(List<LaneSettlement> settlements) {
            return storage.lanes().settle(settlements);
          }
        };
    DeliveryWorker _ = started(flaky, deliverer(), QUICK);
    assertThat(sentOrders(6)).hasSize(3);
  }

  @Test
  void aDeliveryThatBreaksOffDoesNotEndTheWorkerAndIsCounted() {
    importOrders(2);
    AtomicInteger failures = new AtomicInteger(2);
    DeliverUpdates breaking =
        (lane, claimedAt) -> {
          if (failures.getAndDecrement() > 0) {
            throw new IllegalStateException("for the test");
          }
          return deliverer().deliver(lane, claimedAt);
        };
    DeliveryWorker _ = started(storage.lanes(), breaking, QUICK);
    assertThat(sentOrders(2)).isNotEmpty();
    assertThat(delivered("broken")).isEqualTo(2);
    assertThat(Waiting.until(() -> delivered("done"), count -> count >= 2)).isEqualTo(2);
  }

  @Test
  void closingWaitsForWhatIsUnderWayAndTakesNoMore() throws InterruptedException {
    importOrders(1);
    CountDownLatch begun = new CountDownLatch(2);
    CountDownLatch goOn = new CountDownLatch(1);
    DeliverUpdates slow =
        (lane, claimedAt) -> {
          begun.countDown();
          await(goOn);
          return deliverer().deliver(lane, claimedAt);
        };
    DeliveryWorker worker = started(storage.lanes(), slow, QUICK);
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    Thread closing = Thread.ofVirtual().start(worker::close);
    assertThat(closing.join(Duration.ofMillis(50))).isFalse();
    goOn.countDown();
    assertThat(closing.join(Duration.ofSeconds(10))).isTrue();
    assertThat(cart.sent()).hasSize(2);
    store.imported(OrderFixture.order("late"));
    worker.wake();
    Waiting.pass(Duration.ofMillis(50));
    assertThat(cart.sent()).hasSize(2);
  }

  @Test
  void closingDoesNotWaitForEver() {
    importOrders(1);
    CountDownLatch begun = new CountDownLatch(2);
    CountDownLatch never = new CountDownLatch(1);
    DeliverUpdates stuck =
        (_, _) -> {
          begun.countDown();
          await(never);
          return new DeliveryReport(0, true, false, 0, 0, false, Optional.empty());
        };
    WorkerLimits hasty =
        new WorkerLimits(
            16,
            4,
            4,
            Duration.ofSeconds(45),
            Duration.ofMillis(5),
            Duration.ofMillis(20),
            Duration.ofMillis(100));
    DeliveryWorker worker = started(storage.lanes(), stuck, hasty);
    long _ = Waiting.until(begun::getCount, count -> count == 0);
    long began = System.nanoTime();
    worker.close();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
  }

  private DeliveryWorker started(Lanes lanes, DeliverUpdates deliverUpdates, WorkerLimits limits) {
    DeliveryWorker worker =
        new DeliveryWorker(
            lanes, deliverUpdates, limits, new WorkerMeter(registry), new StopSignal());
    boolean _ = workers.add(worker);
    worker.start();
    return worker;
  }

  private DeliverUpdates deliverer() {
    return Delivering.deliverUpdates(
        storage.lanes(),
        new CartChannels(List.of(cart)),
        RetrySchedule.STANDARD,
        InstantSource.system(),
        System::nanoTime,
        new Random(1),
        new StopSignal().pace());
  }

  private void importOrders(int count) {
    for (int i = 1; i <= count; i++) {
      store.imported(OrderFixture.order(Integer.toString(i)));
    }
  }

  /// The orders that were told of, once at least `sends` were made.
  private Set<String> sentOrders(int sends) {
    return Waiting.until(cart::sent, sent -> sent.size() >= sends).stream()
        .map(update -> update.content().order().value())
        .collect(Collectors.toSet());
  }

  private double delivered(String outcome) {
    return registry.get("statusevents.lanes.delivered").tag("outcome", outcome).counter().count();
  }

  private static void acquire(Semaphore semaphore) {
    try {
      semaphore.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
