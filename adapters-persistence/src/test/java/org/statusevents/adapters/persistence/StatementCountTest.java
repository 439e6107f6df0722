package org.statusevents.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.testkit.OrderFixture.order;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.statusevents.adapters.persistence.configuring.Configuring;
import org.statusevents.adapters.persistence.configuring.SecretKeys;
import org.statusevents.adapters.persistence.database.CountingConnections;
import org.statusevents.adapters.persistence.database.TestDatabase;
import org.statusevents.adapters.persistence.delivering.Delivering;
import org.statusevents.adapters.persistence.recording.Recording;
import org.statusevents.adapters.persistence.session.CurrentSession;
import org.statusevents.adapters.persistence.session.Sessions;
import org.statusevents.application.configuring.Configurations;
import org.statusevents.application.delivering.LaneSettlement;
import org.statusevents.application.delivering.Lanes;
import org.statusevents.application.recording.Orders;
import org.statusevents.application.transaction.Transactions;
import org.statusevents.domain.event.Operation;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.Operations;
import org.statusevents.testkit.RecordingWorld;
import org.statusevents.testkit.TestStore;
import org.statusevents.testkit.delivering.LaneHand;
import org.statusevents.testkit.delivering.Settlements;

/// The number of statements does not grow with the work: that is what makes batches quick.
class StatementCountTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.embedded();
  private static final int MANY = 200;

  /// Lock, load, save; one more where the configuration is not in memory yet.
  private static final int RECORDING = 3;

  private CountingConnections counting;
  private TestStore shop;
  private Lanes lanes;

  @BeforeEach
  void open() {
    DATABASE.empty();
    counting = new CountingConnections(DATABASE.config());
    CurrentSession session = Sessions.over(counting.connections(), PostgresPersistence.mappers());
    Configuring configuring =
        new Configuring(session, new SecretKeys("test", Map.of("test", new byte[32])));
    lanes =
        Delivering.lanes(
            session, configuring.versions(), configuring.channelSecrets(), new UUID(0, 1));
    World world =
        new World(
            Sessions.transactions(session),
            configuring.configurations(),
            Recording.orders(session, configuring.versions()));
    shop = TestStore.shop(world, Channels.everyEvent("web"), Channels.latestState("cart"));
    shop.imported(order("A-0"));
  }

  private record World(Transactions transactions, Configurations configurations, Orders orders)
      implements RecordingWorld {}

  @Test
  void oneOperationIsRecordedInThreeStatements() {
    assertThat(counting.during(() -> shop.record(packing(0)))).isEqualTo(RECORDING);
  }

  @Test
  void manyOperationsAreRecordedInNoMoreStatementsThanOne() {
    Operation[] imports =
        IntStream.rangeClosed(1, MANY)
            .mapToObj(i -> Operations.importing(order("A-" + i).order()))
            .toArray(Operation[]::new);
    Operation[] packings =
        IntStream.rangeClosed(1, MANY)
            .mapToObj(StatementCountTest::packing)
            .toArray(Operation[]::new);

    assertThat(counting.during(() -> shop.record(imports))).isEqualTo(RECORDING);
    assertThat(counting.during(() -> shop.record(packings))).isEqualTo(RECORDING);
    assertThat(shop.known("A-" + MANY).order().version()).isEqualTo(3);
  }

  @Test
  void manyLanesAreClaimedInTwoStatementsAndOneForTheSecretsOfEachChannel() {
    shop.record(
        Stream.concat(
                IntStream.rangeClosed(1, MANY)
                    .mapToObj(i -> Operations.importing(order("A-" + i).order())),
                IntStream.rangeClosed(1, MANY).mapToObj(StatementCountTest::packing))
            .toArray(Operation[]::new));
    int waiting = 2 * (MANY + 1);

    assertThat(counting.during(() -> assertThat(new LaneHand(lanes).claim()).hasSize(waiting)))
        .isEqualTo(2 + 2);
  }

  @Test
  void manyLanesAreSettledInOneStatement() {
    shop.record(
        IntStream.rangeClosed(1, MANY)
            .mapToObj(i -> Operations.importing(order("A-" + i).order()))
            .toArray(Operation[]::new));
    List<LaneSettlement> settlements =
        lanes.claim(new Lanes.Room(MANY, MANY, Map.of()), LaneHand.LONG).stream()
            .map(Settlements::accepted)
            .toList();

    assertThat(settlements).hasSize(MANY);
    assertThat(
            counting.during(
                () -> assertThat(lanes.settle(settlements)).hasSize(MANY).containsOnly(true)))
        .isEqualTo(1);
  }

  private static Operation packing(int order) {
    return Operations.operation(
        "op-" + order, "A-" + order, Events.packed(), Events.tracked("UPS", "1Z" + order));
  }
}
