package org.statusevents.testkit.delivering;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.statusevents.application.delivering.ClaimedLane;
import org.statusevents.application.delivering.LaneSettlement;
import org.statusevents.application.delivering.LaneSettlement.LaneNext;
import org.statusevents.application.delivering.Lanes;
import org.statusevents.testkit.Waiting;

/// Claims and settles by hand, in the storage's own time.
public record LaneHand(Lanes lanes) {
  /// Longer than any test.
  public static final Duration LONG = Duration.ofHours(1);

  /// Soon over.
  public static final Duration SHORT = Duration.ofMillis(20);

  private static final int MANY = 1_000;

  /// All lanes with work.
  public List<ClaimedLane> claim() {
    return claim(LONG);
  }

  public List<ClaimedLane> claim(Duration lease) {
    return lanes.claim(new Lanes.Room(MANY, MANY, Map.of()), lease);
  }

  /// The only lane with work.
  public ClaimedLane claimOne() {
    return claimOne(LONG);
  }

  public ClaimedLane claimOne(Duration lease) {
    List<ClaimedLane> claimed = claim(lease);
    assertThat(claimed).hasSize(1);
    return claimed.getFirst();
  }

  /// The only lane with work, as soon as it has some.
  public ClaimedLane claimSoon() {
    return Waiting.until(this::claim, claimed -> claimed.size() == 1).getFirst();
  }

  /// Settles what must still be in our hands.
  public void settle(LaneSettlement settlement) {
    assertThat(lanes.settle(List.of(settlement))).containsExactly(true);
  }

  /// Claims the only lane with work and parks it at its first update.
  @CanIgnoreReturnValue
  public ClaimedLane park() {
    ClaimedLane lane = claimOne();
    settle(Settlements.refused(lane, new LaneNext.Parked()));
    return lane;
  }

  /// Claims and accepts until nothing is left.
  public void acceptAll() {
    List<ClaimedLane> claimed = claim();
    while (!claimed.isEmpty()) {
      claimed.forEach(lane -> settle(Settlements.accepted(lane)));
      claimed = claim();
    }
  }
}
