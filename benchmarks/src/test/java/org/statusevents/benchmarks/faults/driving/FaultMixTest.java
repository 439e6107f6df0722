package org.statusevents.benchmarks.faults.driving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.statusevents.benchmarks.faults.journal.FaultKind;

final class FaultMixTest {
  @Test
  void withNamespacesPartitionsCutLinksAndRoutes() {
    assertThat(new FaultMix().withPartitions(7, true).counts())
        .isEqualTo(
            Map.of(
                FaultKind.NODE_CUT_OFF, 3,
                FaultKind.DATABASE_UNREACHABLE, 2,
                FaultKind.RECEIVERS_UNREACHABLE, 2));
  }

  @Test
  void withoutThemTheProxyParts() {
    assertThat(new FaultMix().withPartitions(3, false).counts())
        .isEqualTo(
            Map.of(
                FaultKind.DATABASE_CUT, 1,
                FaultKind.DATABASE_SILENT, 1,
                FaultKind.RECEIVER_REFUSED, 1));
  }

  @Test
  void whatIsAskedForTwiceAddsUp() {
    Map<FaultKind, Integer> counts =
        new FaultMix()
            .with(FaultKind.NODE_KILLED, 4)
            .withPartitions(3, false)
            .withDisturbances(9)
            .counts();

    assertThat(counts)
        .containsEntry(FaultKind.NODE_KILLED, 4)
        .containsEntry(FaultKind.DATABASE_CUT, 2)
        .containsEntry(FaultKind.DATABASE_LATE, 1);
    assertThat(counts.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(16);
  }
}
