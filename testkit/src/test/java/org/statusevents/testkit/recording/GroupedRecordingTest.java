package org.statusevents.testkit.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.statusevents.application.recording.RecordOperations;
import org.statusevents.application.recording.RecordOperations.Atomicity;
import org.statusevents.application.recording.Recording;
import org.statusevents.application.recording.RecordingOutcome;
import org.statusevents.application.recording.RecordingOutcome.HeldBack;
import org.statusevents.application.recording.SubmittedOperation;
import org.statusevents.application.transaction.StorageUnavailable;
import org.statusevents.domain.configuration.StoreId;
import org.statusevents.domain.event.OperationId;
import org.statusevents.testkit.Events;
import org.statusevents.testkit.Operations;
import org.statusevents.testkit.Waiting;

final class GroupedRecordingTest {
  private static final StoreId STORE = new StoreId("main");
  private static final StoreId OTHER = new StoreId("other");

  private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
  private final Transaction transaction = new Transaction();

  @AfterEach
  void close() {
    transaction.open.countDown();
    clients.close();
  }

  @Test
  void callersThatComeWhileATransactionRunsShareTheNextAndEachGetsItsOwnOutcomes()
      throws Exception {
    RecordOperations grouped = Recording.inGroups(transaction, 1, 100);
    Future<List<RecordingOutcome>> first = call(grouped, STORE, "first");
    transaction.awaitRunning(1);
    List<Future<List<RecordingOutcome>>> followers = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      followers.add(call(grouped, STORE, "a" + i, "b" + i));
    }
    awaitWaiting(10);

    transaction.open.countDown();

    assertThat(ids(first)).containsExactly("first");
    for (int i = 0; i < 10; i++) {
      assertThat(ids(followers.get(i))).containsExactly("a" + i, "b" + i);
    }
    assertThat(transaction.sizes).containsExactly(1, 20);
  }

  @Test
  void aGroupTakesNoMoreOperationsThanItMayAndACallThatFillsOneGoesByItself() throws Exception {
    RecordOperations grouped = Recording.inGroups(transaction, 1, 4);
    List<Future<List<RecordingOutcome>>> calls = new ArrayList<>();
    calls.add(call(grouped, STORE, "first"));
    transaction.awaitRunning(1);
    calls.add(call(grouped, STORE, "1", "2", "3", "4", "5", "6"));
    transaction.awaitRunning(2);
    for (int i = 0; i < 6; i++) {
      calls.add(call(grouped, STORE, "n" + i));
      awaitWaiting(1 + i);
    }

    transaction.open.countDown();

    for (Future<List<RecordingOutcome>> call : calls) {
      assertThat(call.get()).isNotEmpty();
    }
    assertThat(transaction.sizes).containsExactly(1, 6, 4, 2);
  }

  @Test
  void asManyGroupsAsAreAllowedRunAtOnceAndStoresDoNotWaitForEachOther() throws Exception {
    RecordOperations grouped = Recording.inGroups(transaction, 2, 100);
    List<Future<List<RecordingOutcome>>> calls = new ArrayList<>();
    calls.add(call(grouped, STORE, "1"));
    calls.add(call(grouped, STORE, "2"));
    calls.add(call(grouped, OTHER, "3"));

    transaction.awaitRunning(3);

    transaction.open.countDown();
    for (Future<List<RecordingOutcome>> call : calls) {
      assertThat(call.get()).hasSize(1);
    }
  }

  @Test
  void anOperationThatCannotBeStoredFailsAlone() throws Exception {
    RecordOperations grouped = Recording.inGroups(transaction, 1, 100);
    Future<List<RecordingOutcome>> first = call(grouped, STORE, "first");
    transaction.awaitRunning(1);
    Future<List<RecordingOutcome>> good = call(grouped, STORE, "good");
    Future<List<RecordingOutcome>> bad = call(grouped, STORE, "bad");
    Future<List<RecordingOutcome>> alsoGood = call(grouped, STORE, "also-good");
    awaitWaiting(3);

    transaction.open.countDown();

    assertThat(ids(first)).containsExactly("first");
    assertThat(ids(good)).containsExactly("good");
    assertThat(ids(alsoGood)).containsExactly("also-good");
    assertThatThrownBy(bad::get)
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("cannot be stored");
  }

  @Test
  void aDatabaseThatIsAwayIsToldToEveryoneAtOnceAndTriedAgainByTheNext() throws Exception {
    RecordOperations grouped = Recording.inGroups(transaction, 1, 100);
    Future<List<RecordingOutcome>> first = call(grouped, STORE, "first");
    transaction.awaitRunning(1);
    List<Future<List<RecordingOutcome>>> others =
        List.of(call(grouped, STORE, "away"), call(grouped, STORE, "good"));
    awaitWaiting(2);

    transaction.open.countDown();

    assertThat(ids(first)).containsExactly("first");
    for (Future<List<RecordingOutcome>> other : others) {
      assertThatThrownBy(other::get).hasCauseInstanceOf(StorageUnavailable.class);
    }
    assertThat(ids(call(grouped, STORE, "good"))).containsExactly("good");
    assertThat(transaction.sizes).containsExactly(1, 2, 1);
  }

  @Test
  void allOrNoneGoesAlone() throws Exception {
    RecordOperations grouped = Recording.inGroups(transaction, 1, 100);
    Future<List<RecordingOutcome>> first = call(grouped, STORE, "first");
    transaction.awaitRunning(1);

    Future<List<RecordingOutcome>> alone =
        clients.submit(() -> grouped.record(STORE, submitted("1", "2"), Atomicity.ALL_OR_NONE));
    transaction.awaitRunning(2);

    transaction.open.countDown();
    assertThat(ids(alone)).containsExactly("1", "2");
    assertThat(ids(first)).containsExactly("first");
  }

  @Test
  void manyCallersOfManyStoresAllGetTheirOwn() throws Exception {
    transaction.open.countDown();
    RecordOperations grouped = Recording.inGroups(transaction, 2, 50);
    List<Future<List<RecordingOutcome>>> calls =
        IntStream.range(0, 2_000)
            .mapToObj(i -> call(grouped, new StoreId("s" + i % 7), "x" + i, "y" + i))
            .toList();
    for (int i = 0; i < calls.size(); i++) {
      assertThat(ids(calls.get(i))).containsExactly("x" + i, "y" + i);
    }
  }

  private Future<List<RecordingOutcome>> call(
      RecordOperations grouped, StoreId store, String... ids) {
    List<SubmittedOperation> operations = submitted(ids);
    return clients.submit(() -> {
      transaction.callers.add(Thread.currentThread());
      return grouped.record(store, operations, Atomicity.EACH);
    });
  }

  private static List<SubmittedOperation> submitted(String... ids) {
    return List.of(ids).stream()
        .map(id -> Operations.submitted(Operations.operation(id, "1001", Events.approved())))
        .toList();
  }

  /// Until as many callers wait for their turn, besides those held up in a transaction.
  private void awaitWaiting(int callers) {
    int waiting = callers + transaction.running();
    var _ =
        Waiting.until(
            () ->
                List.copyOf(transaction.callers).stream()
                    .filter(thread -> thread.getState() == Thread.State.WAITING)
                    .count(),
            count -> count == waiting);
  }

  private static List<String> ids(Future<List<RecordingOutcome>> call) throws Exception {
    return call.get().stream().map(outcome -> ((HeldBack) outcome).id().value()).toList();
  }

  /// Answers each operation with its id once `open`.
  private static final class Transaction implements RecordOperations {
    private final CountDownLatch open = new CountDownLatch(1);
    private final List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> callers = Collections.synchronizedList(new ArrayList<>());

    @Override
    public List<RecordingOutcome> record(
        StoreId store, List<SubmittedOperation> operations, Atomicity atomicity) {
      sizes.add(operations.size());
      try {
        open.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      List<OperationId> ids = operations.stream().map(each -> each.operation().id()).toList();
      if (ids.contains(new OperationId("away"))) {
        throw new StorageUnavailable("away", new IllegalStateException());
      }
      if (ids.contains(new OperationId("bad"))) {
        throw new IllegalStateException("cannot be stored");
      }
      return ids.stream().<RecordingOutcome>map(HeldBack::new).toList();
    }

    int running() {
      return sizes.size();
    }

    void awaitRunning(int transactions) {
      var _ = Waiting.until(this::running, count -> count == transactions);
    }
  }
}
