package org.statusevents.application.recording;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.statusevents.domain.configuration.StoreId;

/// Who waits to be recorded, store by store, and who leads. While anybody of a store waits, as many
/// groups of it as are allowed are under way. Safe for many threads.
final class GroupQueue {
  private final int groupsMax;
  private final int operationsMax;
  private final Map<StoreId, StoreQueue> stores = new HashMap<>();

  GroupQueue(int groupsMax, int operationsMax) {
    this.groupsMax = groupsMax;
    this.operationsMax = operationsMax;
  }

  /// Puts the caller last in line and answers true once it is to lead a group, or false once others
  /// saw to its operations.
  boolean queue(StoreId store, Caller caller) {
    if (joinsAsLeader(store, caller)) {
      return true;
    }
    return caller.leads.join();
  }

  private synchronized boolean joinsAsLeader(StoreId store, Caller caller) {
    StoreQueue queue = stores.computeIfAbsent(store, _ -> new StoreQueue());
    boolean _ = queue.waiting.add(caller);
    if (queue.groups == groupsMax) {
      return false;
    }
    queue.groups++;
    return true;
  }

  /// The group of a leader: those first in line, itself among them.
  synchronized List<Caller> nextGroup(StoreId store) {
    Queue<Caller> waiting = queueOf(store).waiting;
    List<Caller> group = new ArrayList<>();
    int operations = 0;
    for (Caller next = waiting.peek(); next != null; next = waiting.peek()) {
      operations += next.operations.size();
      if (!group.isEmpty() && operations > operationsMax) {
        return group;
      }
      group.add(waiting.remove());
    }
    return group;
  }

  /// A leader is done: whoever is first in line by now leads the next group.
  synchronized void handOver(StoreId store) {
    StoreQueue queue = queueOf(store);
    Caller next = queue.waiting.peek();
    if (next != null) {
      boolean _ = next.leads.complete(true);
      return;
    }
    queue.groups--;
    if (queue.groups == 0) {
      StoreQueue _ = stores.remove(store);
    }
  }

  private StoreQueue queueOf(StoreId store) {
    StoreQueue queue = stores.get(store);
    if (queue == null) {
      throw new IllegalStateException("store " + store + " has no group under way");
    }
    return queue;
  }

  private static final class StoreQueue {
    private final Queue<Caller> waiting = new ArrayDeque<>();
    private int groups;
  }

  /// A caller with its operations, until it is told what came of them.
  static final class Caller {
    private final List<SubmittedOperation> operations;
    private final CompletableFuture<Boolean> leads = new CompletableFuture<>();
    private final CompletableFuture<Ending> ending = new CompletableFuture<>();

    Caller(List<SubmittedOperation> operations) {
      this.operations = List.copyOf(operations);
    }

    List<SubmittedOperation> operations() {
      return operations;
    }

    /// Later calls have no effect.
    void end(Ending how) {
      boolean _ = ending.complete(how);
      boolean _ = leads.complete(false);
    }

    Ending ending() {
      return ending.join();
    }
  }

  /// What a caller is told.
  sealed interface Ending {
    record Recorded(List<RecordingOutcome> outcomes) implements Ending {}

    record Failed(RuntimeException failure) implements Ending {}
  }
}
