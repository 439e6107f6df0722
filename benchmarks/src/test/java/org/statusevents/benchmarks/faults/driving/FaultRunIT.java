package org.statusevents.benchmarks.faults.driving;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.statusevents.benchmarks.database.CrashableDatabase;
import org.statusevents.benchmarks.database.Databases;
import org.statusevents.benchmarks.faults.checking.Checker.Verdict;
import org.statusevents.benchmarks.faults.journal.FaultKind;
import org.statusevents.benchmarks.service.ServiceProcess.Program;

/// The packaged program, killed and cut off from its database while it works.
@Timeout(600)
final class FaultRunIT {
  private static final int EVENTS = 600;
  private static final int ORDERS = 60;

  @Test
  void nothingIsLostOrReorderedByKillsAndCrashes(@TempDir Path folder) {
    FaultOptions options =
        new FaultOptions(
            new Program(
                Path.of("../bootstrap/target/statusevents.jar").toAbsolutePath().normalize(),
                List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                folder.resolve("nodes.log")),
            1,
            2,
            2,
            ORDERS,
            EVENTS,
            8,
            0.3,
            FaultOptions.faults(3, 1, 2));
    try (CrashableDatabase database = Databases.temporary();
        FaultRun run = new FaultRun(options, database, folder)) {
      FaultOutcome outcome = run.run();

      assertThat(outcome.verdicts())
          .allSatisfy(verdict -> assertThat(verdict.violations()).as(verdict.rule()).isEmpty());
      assertThat(outcome.verdicts()).extracting(Verdict::rule).hasSize(10);
      assertThat(outcome.left()).isZero();
      assertThat(outcome.answered()).isEqualTo(EVENTS + ORDERS);
      assertThat(outcome.faults(FaultKind.NODE_KILLED)).isEqualTo(3);
      assertThat(outcome.faults(FaultKind.DATABASE_STOPPED)).isEqualTo(1);
      assertThat(outcome.faults(FaultKind.BACKEND_TERMINATED)).isEqualTo(2);
    }
  }
}
