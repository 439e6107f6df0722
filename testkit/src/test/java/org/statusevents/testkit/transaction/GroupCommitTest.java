package org.statusevents.testkit.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.statusevents.application.transaction.GroupCommit;

final class GroupCommitTest {
  private static final int GROUPS_MAX = 3;
  private static final int CALLERS = 8;
  private static final int CALLS = 20_000;

  @Test
  void afterMuchTrafficAsManyGroupsMayRunAtOnceAsBefore() throws Exception {
    CountDownLatch running = new CountDownLatch(GROUPS_MAX);
    GroupCommit<String, Boolean, Boolean> commit =
        new GroupCommit<>(
            (_, waits) -> {
              if (waits.contains(true)) {
                running.countDown();
                await(running);
              }
              return waits;
            },
            GROUPS_MAX,
            1);
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, CALLERS)
          .mapToObj(_ -> callers.submit(() -> call(commit)))
          .toList()
          .forEach(caller -> assertThat(caller).succeedsWithin(Duration.ofMinutes(1)));
      IntStream.range(0, GROUPS_MAX)
          .forEach(_ -> callers.execute(() -> commit.commit("key", List.of(true))));

      boolean all = running.await(10, TimeUnit.SECONDS);
      IntStream.range(0, GROUPS_MAX).forEach(_ -> running.countDown());

      assertThat(all).isTrue();
    }
  }

  private static void call(GroupCommit<String, Boolean, Boolean> commit) {
    for (int i = 0; i < CALLS / CALLERS; i++) {
      assertThat(commit.commit("key", List.of(false))).containsExactly(false);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
