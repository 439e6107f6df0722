package org.statusevents.benchmarks.faults.driving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class VictimsTest {
  private final Set<String> up = ConcurrentHashMap.newKeySet();
  private final Victims<String> victims = new Victims<>(List.of("a", "b", "c"), up::contains, 1);

  VictimsTest() {
    up.addAll(List.of("a", "b", "c"));
  }

  @Test
  void harmThatLastsIsDoneToEachOnceAtATimeAndSparesOne() {
    String first = victims.take().orElseThrow();
    String second = victims.take().orElseThrow();
    assertThat(second).isNotEqualTo(first);

    CompletableFuture<Optional<String>> third = CompletableFuture.supplyAsync(victims::take);
    assertThat(third).isNotDone();
    victims.giveBack(first);

    assertThat(third.join().orElseThrow()).isNotEqualTo(second);
  }

  @Test
  void harmAtOnceMayMeetTheSparedOne() {
    String first = victims.take().orElseThrow();
    String second = victims.take().orElseThrow();

    assertThat(victims.any().orElseThrow()).isNotIn(first, second);
  }

  @Test
  void onlyOneThatIsUpIsMet() {
    up.removeAll(List.of("a", "c"));

    for (int i = 0; i < 10; i++) {
      assertThat(victims.any()).contains("b");
    }
  }

  @Test
  void whoeverIsAloneIsMetToo() {
    Victims<String> alone = new Victims<>(List.of("a"), up::contains, 1);

    assertThat(alone.take()).contains("a");
  }

  @Test
  void whoeverWaitsAtTheEndGoesHome() {
    up.clear();
    CompletableFuture<Optional<String>> waiting = CompletableFuture.supplyAsync(victims::any);

    victims.close();

    assertThat(waiting.join()).isEmpty();
  }
}
