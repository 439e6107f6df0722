package org.statusevents.benchmarks.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class PostmasterIT {
  @TempDir private Path folder;

  @Test
  void aClusterWhoseFirstProcessWasKilledStartsAgainWithWhatWasCommitted() {
    try (CrashableDatabase database = Databases.temporary()) {
      database.address().execute("create table kept as select 7 as number");

      database.killAtOnce();

      assertThatThrownBy(() -> database.address().ask("select 1")).isInstanceOf(BenchFailure.class);
      database.startAgain();
      assertThat(database.address().ask("select number from kept")).isEqualTo("7");
    }
  }

  @Test
  void anIdThatBelongsToAnotherProcessIsNotTouched() throws IOException {
    Path _ =
        Files.writeString(folder.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n");

    assertThatThrownBy(() -> Postmaster.of(folder)).isInstanceOf(BenchFailure.class);
  }
}
