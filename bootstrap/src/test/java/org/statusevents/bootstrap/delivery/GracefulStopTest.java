package org.statusevents.bootstrap.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.statusevents.application.channel.CartChannel;
import org.statusevents.application.channel.CartChannels;
import org.statusevents.application.channel.ChannelAccess;
import org.statusevents.application.delivering.Delivering;
import org.statusevents.domain.channel.Capabilities;
import org.statusevents.domain.decision.DataProblem;
import org.statusevents.domain.delivery.Reply;
import org.statusevents.domain.delivery.RetrySchedule;
import org.statusevents.domain.delivery.Update;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.DeliveringNode;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.OrderFixture;
import org.statusevents.testkit.TestStore;
import org.statusevents.testkit.Waiting;
import org.statusevents.testkit.memory.FakeCartChannel;
import org.statusevents.testkit.memory.InMemoryStorage;

/// One node stops with work in hand and another goes on. Leases are longer than any test: nothing
/// here comes back by itself.
@Timeout(60)
final class GracefulStopTest {
  private static final int ORDERS = 24;
  private static final int UPDATES = 4;

  private final InMemoryStorage storage = new InMemoryStorage(InstantSource.system());
  private final FakeCartChannel cart = new FakeCartChannel();
  private final TestStore store = TestStore.shop(storage, Channels.everyEvent("web"));
  private volatile Runnable beforeAnswering = () -> {};
  private final CountDownLatch ended = new CountDownLatch(1);
  private final List<AutoCloseable> opened = new ArrayList<>();
  private final Map<String, List<UpdateId>> owed = new LinkedHashMap<>();

  @BeforeEach
  void owe() {
    for (int i = 1; i <= ORDERS; i++) {
      String order = Integer.toString(i);
      List<UpdateId> updates = new ArrayList<>();
      updates.add(TestStore.updateOf(store.imported(OrderFixture.order(order))));
      updates.add(store.owed(order + "-1", order, Events.approved()));
      updates.add(store.owed(order + "-2", order, Events.paid()));
      updates.add(store.owed(order + "-3", order, Events.packed()));
      owed.put(order, updates);
    }
  }

  @AfterEach
  void close() throws Exception {
    ended.countDown();
    for (AutoCloseable part : opened.reversed()) {
      part.close();
    }
  }

  @Test
  void whatANodeHasInHandWhenItStopsIsSentExactlyOnceAndInOrderByTheNext() {
    beforeAnswering = () -> Waiting.pass(Duration.ofMillis(20));
    RunningWorker first = started(Duration.ofSeconds(10));
    int _ = Waiting.until(() -> cart.sent().size(), sent -> sent >= ORDERS / 2);
    first.close();
    int before = cart.sent().size();
    assertThat(before).isLessThan(ORDERS * UPDATES);

    RunningWorker _ = started(Duration.ofSeconds(10));
    int _ = Waiting.until(() -> cart.sent().size(), sent -> sent >= ORDERS * UPDATES);

    assertThat(cart.sent()).hasSize(ORDERS * UPDATES);
    owed.forEach((order, updates) -> assertThat(sentOf(order)).isEqualTo(updates));
  }

  @Test
  void whatANodeCouldNotEndInTimeIsClaimedByTheNextAtOnce() {
    beforeAnswering = () -> await(ended);
    RunningWorker first = started(Duration.ofMillis(100));
    int held = Waiting.until(() -> cart.sent().size(), sent -> sent >= ORDERS);
    long began = System.nanoTime();
    first.close();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    beforeAnswering = () -> {};

    RunningWorker _ = started(Duration.ofSeconds(10));
    int _ = Waiting.until(() -> cart.sent().size(), sent -> sent >= held + ORDERS * UPDATES);

    owed.forEach((order, updates) -> {
      List<UpdateId> sent = sentOf(order);
      assertThat(sent.subList(sent.size() - UPDATES, sent.size())).isEqualTo(updates);
    });
  }

  private List<UpdateId> sentOf(String order) {
    return cart.sent().stream()
        .filter(update -> update.content().order().value().equals(order))
        .map(Update::id)
        .toList();
  }

  private RunningWorker started(Duration stopMax) {
    DeliveringNode node = storage.anotherNode();
    StopSignal stop = new StopSignal();
    WorkerLimits limits =
        new WorkerLimits(
            ORDERS,
            ORDERS,
            ORDERS,
            Duration.ofHours(1),
            Duration.ofMillis(5),
            Duration.ofMillis(20),
            stopMax);
    DeliveryWorker worker =
        new DeliveryWorker(
            node.lanes(),
            Delivering.deliverUpdates(
                node.lanes(),
                new CartChannels(List.of(new SlowReceiver())),
                RetrySchedule.STANDARD,
                InstantSource.system(),
                System::nanoTime,
                new Random(1),
                stop.pace()),
            limits,
            new WorkerMeter(new SimpleMeterRegistry()),
            stop);
    Heartbeat heartbeat =
        new Heartbeat(node.nodes(), Duration.ofMillis(100), Duration.ofHours(1), worker::wake);
    RunningWorker running = new RunningWorker(worker, heartbeat);
    boolean _ = opened.add(running);
    heartbeat.start();
    worker.start();
    return running;
  }

  /// As a call that heeds no interruption.
  private static void await(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException _) {
        // Not yet.
      }
    }
  }

  private record RunningWorker(DeliveryWorker worker, Heartbeat heartbeat)
      implements AutoCloseable {
    @Override
    public void close() {
      worker.close();
      heartbeat.close();
    }
  }

  /// Takes an update at once and answers when it likes.
  private final class SlowReceiver implements CartChannel {
    @Override
    public String adapter() {
      return cart.adapter();
    }

    @Override
    public Capabilities capabilities() {
      return cart.capabilities();
    }

    @Override
    public List<DataProblem> problemsWith(ChannelAccess access) {
      return cart.problemsWith(access);
    }

    @Override
    public Reply send(Update update, ChannelAccess access) {
      Reply reply = cart.send(update, access);
      beforeAnswering.run();
      return reply;
    }

    @Override
    public Reply test(ChannelAccess access) {
      return cart.test(access);
    }
  }
}
