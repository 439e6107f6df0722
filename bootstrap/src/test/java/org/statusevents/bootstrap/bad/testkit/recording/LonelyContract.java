package org.statusevents.bootstrap.bad.testkit.recording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A contract that no class of a test's name keeps.
public interface LonelyContract {
  int count();

  @Test
  default void countsToOne() {
    assertThat(count()).isEqualTo(1);
  }

  @Test
  default void countsAgain() {
    assertThat(count()).isEqualTo(1);
  }
}
