package org.statusevents.benchmarks.faults.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {
  private static final List<Entry> ENTRIES =
      List.of(
          new Entry.Asked(1, "r-1", "A", "ORDER_PACK", "abc"),
          new Entry.Answered(2, "r-1", 200),
          new Entry.Called(3, "cart", "id", "A", 4, "def", CallVerdict.ASKED_TO_WAIT, 5_000),
          new Entry.Fault(5, 6, FaultKind.NODE_KILLED, "node 1, pid 7"));

  @Test
  void whatWasWrittenIsReadInOrder(@TempDir Path folder) {
    Path path = folder.resolve("journal");
    try (Journal journal = Journal.create(path)) {
      ENTRIES.forEach(journal::write);
    }

    assertThat(Journal.read(path)).isEqualTo(ENTRIES);
  }

  @Test
  void manyThreadsWriteWholeLines(@TempDir Path folder) {
    Path path = folder.resolve("journal");
    try (Journal journal = Journal.create(path);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 200; i++) {
        int status = i;
        var _ = threads.submit(() -> journal.write(new Entry.Answered(1, "r-" + status, status)));
      }
    }

    assertThat(Journal.read(path)).hasSize(200).doesNotHaveDuplicates();
  }

  @Test
  void aLastLineThatWasCutOffIsNoEntry(@TempDir Path folder) throws IOException {
    Path path = folder.resolve("journal");
    try (Journal journal = Journal.create(path)) {
      journal.write(ENTRIES.getFirst());
    }
    Path _ = Files.writeString(path, "answered\t1\tr", StandardOpenOption.APPEND);

    assertThat(Journal.read(path)).containsExactly(ENTRIES.getFirst());
  }

  @Test
  void aTextThatWouldBreakItsLineIsNotWritten() {
    assertThatThrownBy(() -> Lines.write(new Entry.Asked(1, "a\nb", "A", "E", "h")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Lines.read(Lines.write(new Entry.Asked(1, "a\tb", "A", "E", "h"))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
