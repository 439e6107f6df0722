package org.statusevents.adapters.persistence.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.testkit.OrderFixture.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.statusevents.adapters.persistence.PostgresPersistence;
import org.statusevents.adapters.persistence.database.PostgresWorld;
import org.statusevents.adapters.persistence.database.RecordingNode;
import org.statusevents.adapters.persistence.database.TestDatabase;
import org.statusevents.application.delivering.ClaimedLane;
import org.statusevents.application.reading.PageRequest;
import org.statusevents.application.recording.OperationReceipt;
import org.statusevents.application.recording.RecordingOutcome;
import org.statusevents.domain.delivery.Update;
import org.statusevents.domain.event.Operation;
import org.statusevents.domain.order.OrderNumber;
import org.statusevents.testkit.AtOnce;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.Operations;
import org.statusevents.testkit.TestStore;
import org.statusevents.testkit.delivering.LaneHand;
import org.statusevents.testkit.delivering.Settlements;

/// Several nodes that record at the same moment.
class ConcurrentRecordingTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.embedded();
  private static final int CLIENTS = 8;
  private static final int EACH = 15;

  private PostgresWorld world;
  private PostgresPersistence another;
  private TestStore shop;
  private List<RecordingNode> nodes;

  @BeforeEach
  void open() {
    DATABASE.empty();
    world = new PostgresWorld(DATABASE.persistence());
    another = DATABASE.open();
    shop = TestStore.shop(world, Channels.everyEvent("web"));
    nodes = List.of(new RecordingNode(DATABASE.persistence()), new RecordingNode(another));
  }

  @AfterEach
  void close() {
    another.close();
  }

  @Test
  void operationsOnOneOrderAreNumberedWithoutGapsWhoeverRecordsThem() throws Exception {
    shop.imported(order("A-1"));

    List<RecordingOutcome> outcomes =
        atOnce(client -> {
          List<RecordingOutcome> own = new ArrayList<>();
          for (int i = 0; i < EACH; i++) {
            String id = "op-" + client + "-" + i;
            own.addAll(
                node(client)
                    .record(
                        Operations.operation(
                            id, "A-1", Events.packed(), Events.tracked("UPS", id))));
          }
          return own;
        });

    assertThat(outcomes)
        .hasSize(CLIENTS * EACH)
        .hasOnlyElementsOfType(RecordingOutcome.Recorded.class);
    assertThat(sequences("A-1"))
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, 1 + 2L * CLIENTS * EACH).boxed().toList());
    assertThat(shop.known("A-1").order().version()).isEqualTo(1 + 2L * CLIENTS * EACH);
    assertThat(shop.known("A-1").order().parcels()).hasSize(CLIENTS * EACH);
    assertThat(positions())
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, 1 + (long) CLIENTS * EACH).boxed().toList());
  }

  @Test
  void anOperationThatArrivesManyTimesAtOnceIsRecordedOnce() throws Exception {
    shop.imported(order("A-1"));
    Operation operation = Operations.operation("op-1", "A-1", Events.packed());

    List<RecordingOutcome> outcomes = atOnce(client -> node(client).record(operation));

    assertThat(outcomes.stream().filter(RecordingOutcome.Recorded.class::isInstance)).hasSize(1);
    assertThat(outcomes.stream().map(ConcurrentRecordingTest::receipt).distinct()).hasSize(1);
    assertThat(sequences("A-1")).containsExactly(1L, 2L);
  }

  @Test
  void anOrderThatIsImportedManyTimesAtOnceArisesOnce() throws Exception {
    List<RecordingOutcome> outcomes =
        atOnce(client -> node(client).record(Operations.importing(order("A-1").order())));

    assertThat(outcomes.stream().filter(RecordingOutcome.Recorded.class::isInstance)).hasSize(1);
    assertThat(outcomes.stream().map(ConcurrentRecordingTest::receipt).distinct()).hasSize(1);
    assertThat(sequences("A-1")).containsExactly(1L);
  }

  @Test
  void twoExchangesThatMakeTheSameOrderAtOnceMakeItOnce() throws Exception {
    for (int client = 0; client < CLIENTS; client++) {
      shop.imported(order("A-" + client));
    }

    List<RecordingOutcome> outcomes =
        atOnce(client ->
            node(client)
                .record(
                    Operations.operation(
                        "op-" + client, "A-" + client, Events.exchanged(1, order("B-1").order()))));

    assertThat(outcomes).hasOnlyElementsOfType(RecordingOutcome.Recorded.class);
    assertThat(sequences("B-1"))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, CLIENTS).boxed().toList());
    assertThat(shop.known("B-1").order().lines()).hasSize(3);
  }

  @Test
  void batchesThatTouchTheSameOrdersInOppositeOrderDoNotBlockEachOther() throws Exception {
    for (int i = 0; i < 10; i++) {
      shop.imported(order("A-" + i));
    }

    List<RecordingOutcome> outcomes =
        atOnce(client -> {
          Operation[] batch = new Operation[10];
          for (int i = 0; i < 10; i++) {
            int number = client % 2 == 0 ? i : 9 - i;
            batch[i] =
                Operations.operation("op-" + client + "-" + i, "A-" + number, Events.packed());
          }
          return node(client).record(batch);
        });

    assertThat(outcomes)
        .hasSize(CLIENTS * 10)
        .hasOnlyElementsOfType(RecordingOutcome.Recorded.class);
    assertThat(sequences("A-5")).hasSize(1 + CLIENTS);
  }

  /// What all clients together were answered.
  private static List<RecordingOutcome> atOnce(IntFunction<List<RecordingOutcome>> client)
      throws InterruptedException, ExecutionException {
    return AtOnce.call(CLIENTS, client).stream().flatMap(List::stream).toList();
  }

  private RecordingNode node(int client) {
    return nodes.get(client % nodes.size());
  }

  private static OperationReceipt receipt(RecordingOutcome outcome) {
    return switch (outcome) {
      case RecordingOutcome.Recorded(OperationReceipt receipt) -> receipt;
      case RecordingOutcome.AlreadyRecorded(OperationReceipt receipt) -> receipt;
      default -> throw new AssertionError("unexpected: " + outcome);
    };
  }

  private List<Long> sequences(String number) {
    return world
        .readHistory()
        .read(
            shop.id(),
            new OrderNumber(number),
            new PageRequest(PageRequest.LIMIT_MAX, Optional.empty()))
        .orElseThrow()
        .items()
        .stream()
        .map(entry -> entry.applied().sequence())
        .toList();
  }

  /// The positions in the order's lane, as they are handed out.
  private List<Long> positions() {
    List<Long> positions = new ArrayList<>();
    LaneHand hand = new LaneHand(world.lanes());
    List<ClaimedLane> claimed = hand.claim();
    while (!claimed.isEmpty()) {
      claimed.getFirst().updates().stream().map(Update::position).forEach(positions::add);
      hand.settle(Settlements.accepted(claimed.getFirst()));
      claimed = hand.claim();
    }
    return positions;
  }
}
