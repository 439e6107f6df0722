package org.statusevents.benchmarks.faults.driving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.statusevents.benchmarks.database.BenchFailure;
import org.statusevents.benchmarks.faults.journal.Entry;
import org.statusevents.benchmarks.faults.journal.FaultKind;
import org.statusevents.benchmarks.faults.journal.Journal;

@Timeout(30)
final class SpellsTest {
  private static final long LONG = 1_000_000;

  private final Set<String> harmed = ConcurrentHashMap.newKeySet();
  private final CountDownLatch begun = new CountDownLatch(2);
  private final Victims<String> nodes = new Victims<>(List.of("a", "b", "c"), _ -> true, 1);

  @TempDir private Path folder;
  private Path path;
  private Spells spells;

  @BeforeEach
  void start() {
    path = folder.resolve("journal");
    spells = new Spells(Journal.create(path));
  }

  @Test
  void harmThatLastsGoesOnBesideOtherHarmAndIsUndoneInTheEnd() throws Exception {
    spells.cast(FaultKind.NODE_FROZEN, LONG, nodes, Function.identity(), this::harm);
    spells.cast(FaultKind.NODE_CUT_OFF, LONG, nodes, Function.identity(), this::harm);
    begun.await();
    spells.once(FaultKind.NODE_KILLED, "c", () -> "c pid 1");
    assertThat(harmed).hasSize(2);

    spells.close();

    assertThat(harmed).isEmpty();
    assertThat(faults().stream().map(Entry.Fault::at).distinct()).hasSize(3);
    assertThat(faults()).hasSize(6);
  }

  @Test
  void harmIsWrittenDownBeforeItIsDoneAndWhenItIsOver() {
    spells.once(
        FaultKind.NODE_KILLED,
        "a",
        () -> {
          assertThat(faults()).extracting(Entry.Fault::whom).containsExactly("a");
          return "a pid 1";
        });

    assertThat(faults()).extracting(Entry.Fault::whom).containsExactly("a", "a pid 1");
    assertThat(faults()).extracting(Entry.Fault::at).containsExactly(at(), at());
  }

  @Test
  void harmOfTheSameMomentCanBeToldApart() {
    for (int i = 0; i < 5; i++) {
      spells.once(FaultKind.DATABASE_CUT, "a", () -> "a");
    }

    assertThat(faults().stream().map(Entry.Fault::at).distinct()).hasSize(5);
  }

  @Test
  void harmThatCannotBeDoneIsTold() {
    spells.cast(
        FaultKind.NODE_CUT_OFF,
        1,
        new Victims<>(List.of("a"), _ -> true, 1),
        Function.identity(),
        _ -> {
          throw new IllegalStateException("no link");
        });

    assertThatThrownBy(spells::await)
        .isInstanceOf(BenchFailure.class)
        .hasMessageContaining("no link");
  }

  private Runnable harm(String whom) {
    boolean _ = harmed.add(whom);
    begun.countDown();
    return () -> harmed.remove(whom);
  }

  private long at() {
    return faults().getFirst().at();
  }

  private List<Entry.Fault> faults() {
    return Journal.read(path).stream().map(Entry.Fault.class::cast).toList();
  }
}
