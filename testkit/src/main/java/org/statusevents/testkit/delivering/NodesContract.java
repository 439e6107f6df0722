package org.statusevents.testkit.delivering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.statusevents.testkit.OrderFixture.order;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.statusevents.application.delivering.ClaimedLane;
import org.statusevents.application.delivering.LaneSettlement.LaneNext;
import org.statusevents.application.delivering.Lanes;
import org.statusevents.testkit.Channels;
import org.statusevents.testkit.DeliveringNode;
import org.statusevents.testkit.DeliveringWorld;
import org.statusevents.testkit.TestStore;
import org.statusevents.testkit.Waiting;

/// What [org.statusevents.application.delivering.Nodes] promises. Nodes beat many times within the
/// silence that they are judged by, so that a slow machine makes nobody look dead.
public interface NodesContract {
  /// Long beside a beat, short beside a test.
  Duration SILENCE = Duration.ofMillis(600);

  DeliveringWorld world();

  /// A further node on the same storage.
  DeliveringNode node();

  private TestStore shop() {
    return TestStore.shop(world(), Channels.everyEvent("web"));
  }

  private static LaneHand hand(DeliveringNode node) {
    return new LaneHand(node.lanes());
  }

  /// Beats until somebody's lanes come free.
  private static int beatUntilFreed(DeliveringNode node) {
    return Waiting.until(() -> node.nodes().beat(SILENCE), freed -> freed > 0);
  }

  /// All beat for longer than anybody may be silent; answers how many lanes came free.
  private static int beatOn(DeliveringNode... nodes) {
    long began = System.nanoTime();
    int freed = 0;
    while (System.nanoTime() - began < SILENCE.multipliedBy(2).toNanos()) {
      for (DeliveringNode node : nodes) {
        freed += node.nodes().beat(SILENCE);
      }
      Waiting.pass(Duration.ofMillis(5));
    }
    return freed;
  }

  @Test
  default void theLanesOfASilentNodeAreDueAtOnceHoweverLongItsLeaseIs() {
    TestStore shop = shop();
    DeliveringNode dead = node();
    DeliveringNode judge = node();
    shop.imported(order("A-1"));
    shop.imported(order("A-2"));
    assertThat(dead.nodes().beat(SILENCE)).isZero();
    List<ClaimedLane> lost = hand(dead).claim();
    assertThat(hand(judge).claim()).isEmpty();

    assertThat(beatUntilFreed(judge)).isEqualTo(2);

    List<ClaimedLane> found = hand(judge).claim();
    assertThat(found)
        .extracting(ClaimedLane::order)
        .containsExactlyInAnyOrderElementsOf(lost.stream().map(ClaimedLane::order).toList());
    assertThat(beatOn(judge)).as("it is forgotten").isZero();
  }

  @Test
  default void theLanesOfASilentNodeDoNotQueueBehindWhatCameAfterThem() {
    TestStore shop = shop();
    DeliveringNode dead = node();
    DeliveringNode judge = node();
    shop.imported(order("A-1"));
    assertThat(dead.nodes().beat(SILENCE)).isZero();
    ClaimedLane lost = hand(dead).claimOne();
    shop.imported(order("A-2"));

    assertThat(beatUntilFreed(judge)).isEqualTo(1);

    assertThat(judge.lanes().claim(new Lanes.Room(1, 1, Map.of()), LaneHand.LONG))
        .extracting(ClaimedLane::order)
        .containsExactly(lost.order());
  }

  @Test
  default void aProbeThatDiedWithItsNodeHoldsNobodyUp() {
    TestStore shop = shop();
    DeliveringNode dead = node();
    DeliveringNode judge = node();
    shop.imported(order("A-1"));
    shop.imported(order("A-2"));
    for (ClaimedLane lane : hand(judge).claim()) {
      hand(judge).settle(Settlements.opened(lane, Duration.ZERO));
    }
    assertThat(dead.nodes().beat(SILENCE)).isZero();
    assertThat(hand(dead).claimSoon().isProbe()).isTrue();
    assertThat(hand(judge).claim()).isEmpty();

    assertThat(beatUntilFreed(judge)).isEqualTo(1);

    assertThat(hand(judge).claimOne().isProbe()).isTrue();
  }

  @Test
  default void whatANodeTakenForDeadSettlesIsFencedBeforeAndAfterItsLaneIsHandedOutAgain() {
    TestStore shop = shop();
    DeliveringNode frozen = node();
    DeliveringNode judge = node();
    shop.imported(order("A-1"));
    assertThat(frozen.nodes().beat(SILENCE)).isZero();
    ClaimedLane lost = hand(frozen).claimOne();
    assertThat(beatUntilFreed(judge)).isEqualTo(1);

    assertThat(frozen.lanes().settle(List.of(Settlements.accepted(lost)))).containsExactly(false);
    ClaimedLane again = hand(judge).claimOne();
    assertThat(again.leaseToken()).isGreaterThan(lost.leaseToken() + 1);
    assertThat(frozen.lanes().settle(List.of(Settlements.accepted(lost)))).containsExactly(false);
    hand(judge).settle(Settlements.accepted(again));
  }

  @Test
  default void aNodeTakenForDeadIsKnownAgainFromItsNextBeat() {
    TestStore shop = shop();
    DeliveringNode frozen = node();
    DeliveringNode judge = node();
    shop.imported(order("A-1"));
    assertThat(frozen.nodes().beat(SILENCE)).isZero();
    assertThat(hand(frozen).claim()).hasSize(1);
    assertThat(beatUntilFreed(judge)).isEqualTo(1);

    assertThat(frozen.nodes().beat(SILENCE)).isZero();
    assertThat(hand(frozen).claimSoon().openings()).isZero();
    assertThat(beatOn(judge, frozen)).as("it lives").isZero();
    assertThat(beatUntilFreed(judge)).as("and may die again").isEqualTo(1);
  }

  @Test
  default void whoLivesKeepsItsLanes() {
    TestStore shop = shop();
    DeliveringNode one = node();
    DeliveringNode other = node();
    shop.imported(order("A-1"));
    ClaimedLane lane = hand(one).claimOne();

    assertThat(beatOn(one, other)).isZero();
    hand(one).settle(Settlements.accepted(lane));
  }

  @Test
  default void aStorageThatStoodStillForAllIsNobodysDeath() {
    TestStore shop = shop();
    DeliveringNode one = node();
    DeliveringNode other = node();
    shop.imported(order("A-1"));
    ClaimedLane lane = hand(one).claimOne();
    assertThat(beatOn(one, other)).isZero();

    Waiting.pass(SILENCE.multipliedBy(2));

    assertThat(other.nodes().beat(SILENCE)).isZero();
    assertThat(beatOn(one, other)).isZero();
    hand(one).settle(Settlements.accepted(lane));
  }

  @Test
  default void aLaneThatASilentNodeNoLongerHoldsStaysAsItIs() {
    TestStore shop = shop();
    DeliveringNode dead = node();
    DeliveringNode judge = node();
    shop.imported(order("A-1"));
    shop.imported(order("A-2"));
    assertThat(dead.nodes().beat(SILENCE)).isZero();
    List<ClaimedLane> lanes = hand(dead).claim();
    hand(dead)
        .settle(Settlements.refused(lanes.getFirst(), new LaneNext.RetryAfter(LaneHand.LONG)));

    assertThat(beatUntilFreed(judge)).isEqualTo(1);

    assertThat(hand(judge).claimOne().order()).isEqualTo(lanes.getLast().order());
  }

  @Test
  default void aNodeThatLeavesLetsGoOfItsLanesAtOnceAndOfNobodyElses() {
    TestStore shop = shop();
    DeliveringNode leaving = node();
    DeliveringNode other = node();
    shop.imported(order("A-1"));
    ClaimedLane kept = hand(other).claimOne();
    shop.imported(order("A-2"));
    ClaimedLane let = hand(leaving).claimOne();

    assertThat(leaving.nodes().leave()).isEqualTo(1);

    assertThat(hand(other).claimOne().order()).isEqualTo(let.order());
    assertThat(leaving.lanes().settle(List.of(Settlements.accepted(let)))).containsExactly(false);
    hand(other).settle(Settlements.accepted(kept));
    assertThat(leaving.nodes().leave()).isZero();
  }
}
