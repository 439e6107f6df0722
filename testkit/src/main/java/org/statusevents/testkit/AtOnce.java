package org.statusevents.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/// Callers that all begin at the same moment.
public final class AtOnce {
  private AtOnce() {}

  /// What `callers` callers, numbered from 0, were answered, by their numbers. Fails where one
  /// fails, or is not done within a minute.
  public static <T> List<T> call(int callers, IntFunction<T> caller)
      throws InterruptedException, ExecutionException {
    CyclicBarrier start = new CyclicBarrier(callers);
    List<Callable<T>> calls = new ArrayList<>();
    for (int i = 0; i < callers; i++) {
      int number = i;
      calls.add(() -> {
        int _ = start.await(30, TimeUnit.SECONDS);
        return caller.apply(number);
      });
    }
    List<T> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<T> done : threads.invokeAll(calls, 60, TimeUnit.SECONDS)) {
        answers.add(done.get());
      }
    }
    return answers;
  }
}
