package org.statusevents.testkit.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.statusevents.application.recording.UpdateIds;
import org.statusevents.domain.delivery.UpdateId;

/// What [UpdateIds] promises.
public interface UpdateIdsContract {
  UpdateIds updateIds();

  private static List<UpdateId> some(UpdateIds ids) {
    return Stream.generate(ids::next).limit(1_000).toList();
  }

  @Test
  default void idsRiseInTheOrderInWhichTheyAreMade() {
    assertThat(some(updateIds()))
        .doesNotHaveDuplicates()
        // As text, since that is how storage compares them; UUID itself compares signed.
        .isSortedAccordingTo(Comparator.comparing(UpdateId::toString));
  }

  @Test
  default void manyThreadsNeverGetTheSameId() throws ExecutionException, InterruptedException {
    UpdateIds ids = updateIds();
    Callable<List<UpdateId>> worker = () -> some(ids);
    List<UpdateId> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<UpdateId>>> workers =
          IntStream.range(0, 8).mapToObj(_ -> threads.submit(worker)).toList();
      for (Future<List<UpdateId>> each : workers) {
        all.addAll(each.get());
      }
    }

    assertThat(all).hasSize(8_000).doesNotHaveDuplicates();
  }
}
