package org.statusevents.testkit.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.statusevents.application.health.Readiness;
import org.statusevents.testkit.Waiting;

/// What [Readiness] promises, of a part that is there when a test begins.
public interface ReadinessContract {
  /// The promised time, and one second for a machine that is busy.
  Duration ANSWER_MAX = Duration.ofSeconds(3 + 1);

  Readiness readiness();

  /// From now on, whoever calls the part is turned away at once.
  void goAway();

  /// From now on, whoever calls the part hears nothing.
  void fallSilent();

  void comeBack();

  private Optional<String> problemInTime() {
    long began = System.nanoTime();
    Optional<String> problem = readiness().problem();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(ANSWER_MAX);
    return problem;
  }

  @Test
  default void aPartThatIsThereHasANameAndNoProblem() {
    assertThat(readiness().part()).isNotBlank();
    assertThat(problemInTime()).isEmpty();
  }

  @Test
  default void aPartThatTurnsCallersAwayHasAProblem() {
    assertThat(problemInTime()).isEmpty();
    goAway();
    assertThat(problemInTime()).get().asString().isNotBlank();
    assertThat(problemInTime()).isPresent();
  }

  @Test
  default void aPartThatFallsSilentHasAProblemAndIsNotWaitedFor() {
    assertThat(problemInTime()).isEmpty();
    fallSilent();
    assertThat(problemInTime()).get().asString().isNotBlank();
    assertThat(problemInTime()).isPresent();
  }

  @Test
  default void aPartThatIsBackHasNoProblemAnyLonger() {
    goAway();
    assertThat(problemInTime()).isPresent();
    comeBack();
    assertThat(Waiting.until(this::problemInTime, Optional::isEmpty)).isEmpty();
    fallSilent();
    assertThat(problemInTime()).isPresent();
    comeBack();
    assertThat(Waiting.until(this::problemInTime, Optional::isEmpty)).isEmpty();
  }
}
