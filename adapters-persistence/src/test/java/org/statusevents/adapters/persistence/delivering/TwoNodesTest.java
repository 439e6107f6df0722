package org.statusevents.adapters.persistence.delivering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.testkit.OrderFixture.order;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.statusevents.adapters.persistence.PostgresPersistence;
import org.statusevents.adapters.persistence.database.PostgresWorld;
import org.statusevents.adapters.persistence.database.RecordingNode;
import org.statusevents.adapters.persistence.database.TestDatabase;
import org.statusevents.application.delivering.ClaimedLane;
import org.statusevents.application.delivering.LaneSettlement;
import org.statusevents.application.delivering.Lanes;
import org.statusevents.application.reading.PageRequest;
import org.statusevents.domain.delivery.Update;
import org.statusevents.domain.delivery.UpdateId;
import org.statusevents.domain.delivery.UpdateState;
import org.statusevents.domain.event.Operation;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.Operations;
import org.statusevents.testkit.Stores;
import org.statusevents.testkit.TestStore;
import org.statusevents.testkit.delivering.LaneHand;
import org.statusevents.testkit.delivering.Settlements;

/// Two nodes deliver while a third records.
class TwoNodesTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.embedded();
  private static final int ORDERS = 2_000;
  private static final int BATCH = 500;
  private static final int CLAIM = 64;

  private final Map<OrderNumber, String> held = new ConcurrentHashMap<>();
  private final Map<OrderNumber, List<Long>> delivered = new ConcurrentHashMap<>();
  private final Set<UpdateId> sent = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean recorded = new AtomicBoolean();
  private RecordingNode recording;

  @BeforeEach
  void open() {
    DATABASE.empty();
    TestStore _ =
        TestStore.create(
            new PostgresWorld(DATABASE.persistence()),
            Stores.withDefaults(Stores.SHOP, Channels.everyEvent("web")));
    recording = new RecordingNode(DATABASE.persistence());
  }

  @Test
  void eachUpdateOfTwoThousandLanesIsDeliveredOnceAndInOrder() throws Exception {
    recordAll(i -> Operations.importing(order("A-" + i).withLines(1).order()));
    try (PostgresPersistence another = DATABASE.open();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> work =
          List.of(
              () -> deliver("first", DATABASE.persistence().lanes()),
              () -> deliver("second", another.lanes()),
              () -> {
                recordAll(i -> Operations.operation("op-" + i, "A-" + i, Events.packed()));
                recorded.set(true);
                return 0;
              });
      List<Integer> shares = new ArrayList<>();
      for (Future<Integer> share : threads.invokeAll(work, 60, TimeUnit.SECONDS)) {
        shares.add(share.get());
      }

      assertThat(shares.get(0) + shares.get(1)).isEqualTo(2 * ORDERS);
      assertThat(shares.subList(0, 2)).as("both nodes had work").doesNotContain(0);
    }
    assertThat(delivered).hasSize(ORDERS);
    assertThat(delivered.values()).allSatisfy(one -> assertThat(one).containsExactly(1L, 2L));
    assertThat(
            DATABASE
                .persistence()
                .lanes()
                .claim(new Lanes.Room(CLAIM, CLAIM, Map.of()), LaneHand.LONG))
        .isEmpty();
    Set<UpdateState> states = new HashSet<>();
    for (int i = 0; i < ORDERS; i += 100) {
      DATABASE
          .persistence()
          .readLedger()
          .ofOrder(Stores.SHOP, new OrderNumber("A-" + i), PageRequest.first())
          .orElseThrow()
          .items()
          .forEach(entry -> states.add(entry.state()));
    }
    assertThat(states).containsExactly(UpdateState.ACCEPTED);
  }

  private void recordAll(IntFunction<Operation> operation) {
    for (int from = 0; from < ORDERS; from += BATCH) {
      assertThat(
              recording.record(
                  IntStream.range(from, from + BATCH)
                      .mapToObj(operation)
                      .toArray(Operation[]::new)))
          .hasSize(BATCH);
    }
  }

  /// Delivers until all was recorded and nothing is left, and answers how many updates.
  private int deliver(String node, Lanes lanes) {
    int count = 0;
    while (true) {
      boolean last = recorded.get();
      List<ClaimedLane> claimed =
          lanes.claim(new Lanes.Room(CLAIM, CLAIM, Map.of()), LaneHand.LONG);
      if (claimed.isEmpty() && last && held.isEmpty()) {
        return count;
      }
      List<LaneSettlement> settlements = new ArrayList<>();
      for (ClaimedLane lane : claimed) {
        assertThat(held.put(lane.order(), node)).as("already held").isNull();
        lane.updates().forEach(update -> send(lane.order(), update));
        count += lane.updates().size();
        settlements.add(Settlements.accepted(lane));
      }
      claimed.forEach(lane -> held.remove(lane.order()));
      assertThat(lanes.settle(settlements)).hasSize(claimed.size()).allMatch(ours -> ours);
    }
  }

  private void send(OrderNumber order, Update update) {
    assertThat(sent.add(update.id())).as("sent before: " + update.id()).isTrue();
    delivered.computeIfAbsent(order, _ -> new ArrayList<>()).add(update.position());
  }
}
