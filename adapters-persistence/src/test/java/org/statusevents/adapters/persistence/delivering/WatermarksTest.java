package org.statusevents.adapters.persistence.delivering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.statusevents.adapters.persistence.delivering.LaneMapper.LaneRow;
import org.statusevents.adapters.persistence.delivering.LaneMapper.MarkColumns;

class WatermarksTest {
  private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");
  private long nanos;
  private final Watermarks marks = new Watermarks(() -> nanos);

  private static LaneRow lane(String channel, Instant dueSince, long replayThrough) {
    return new LaneRow(
        "shop", channel, "A-1", 1, 2, 1, 0, 0, dueSince, Instant.EPOCH, replayThrough, 0, 1);
  }

  @Test
  void atFirstAllIsLookedThrough() {
    assertThat(marks.next().channels()).isEmpty();
  }

  @Test
  void aChannelIsLookedThroughFromThreeSecondsBeforeTheOldestThatWasClaimed() {
    marks.claimed(List.of(lane("web", NOON.plusSeconds(9), 0), lane("web", NOON, 0)));

    MarkColumns next = marks.next();

    assertThat(next.stores()).containsExactly("shop");
    assertThat(next.channels()).containsExactly("web");
    assertThat(next.fresh()).containsExactly("2026-03-05T11:59:57Z");
    assertThat(next.replayed()).containsExactly("1970-01-01T00:00:00Z");
  }

  @Test
  void replaysHaveAMarkOfTheirOwn() {
    marks.claimed(List.of(lane("web", NOON, 0)));
    marks.claimed(List.of(lane("web", NOON.plusSeconds(60), 2)));

    MarkColumns next = marks.next();

    assertThat(next.fresh()).containsExactly("2026-03-05T11:59:57Z");
    assertThat(next.replayed()).containsExactly("2026-03-05T12:00:57Z");
  }

  @Test
  void aMarkGoesBackWithAnOlderLaneThatWasFoundLater() {
    marks.claimed(List.of(lane("web", NOON, 0)));
    marks.claimed(List.of(lane("web", NOON.minusSeconds(30), 0)));

    assertThat(marks.next().fresh()).containsExactly("2026-03-05T11:59:27Z");
  }

  @Test
  void aClaimThatFoundNothingLeavesTheMarks() {
    marks.claimed(List.of(lane("web", NOON, 0)));
    marks.claimed(List.of());

    assertThat(marks.next().channels()).containsExactly("web");
  }

  @Test
  void everyFiveSecondsAllIsLookedThroughOnce() {
    marks.claimed(List.of(lane("web", NOON, 0)));
    nanos += Watermarks.WHOLE_EVERY.toNanos();

    assertThat(marks.next().channels()).isEmpty();
    assertThat(marks.next().channels()).containsExactly("web");
  }
}
