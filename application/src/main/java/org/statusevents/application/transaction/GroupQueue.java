package org.statusevents.application.transaction;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/// Who waits to share a transaction, key by key, and who leads. While anybody of a key waits, as
/// many groups of it as are allowed are under way. Safe for many threads.
final class GroupQueue<K, T, R> {
  private final int groupsMax;
  private final int itemsMax;
  private final Map<K, KeyQueue<T, R>> queues = new HashMap<>();

  GroupQueue(int groupsMax, int itemsMax) {
    this.groupsMax = groupsMax;
    this.itemsMax = itemsMax;
  }

  /// Puts the caller last in line and answers true once it is to lead a group, or false once others
  /// saw to its items.
  boolean queue(K key, Caller<T, R> caller) {
    lineUp(key, caller);
    return caller.leads.join();
  }

  private synchronized void lineUp(K key, Caller<T, R> caller) {
    KeyQueue<T, R> queue = queues.computeIfAbsent(key, _ -> new KeyQueue<>());
    boolean _ = queue.waiting.add(caller);
    if (queue.groups < groupsMax) {
      queue.groups++;
      boolean _ = caller.leads.complete(true);
    }
  }

  /// The group of a leader: those first in line. None where other leaders took all that waited.
  synchronized List<Caller<T, R>> nextGroup(K key) {
    Queue<Caller<T, R>> waiting = queueOf(key).waiting;
    List<Caller<T, R>> group = new ArrayList<>();
    int items = 0;
    for (Caller<T, R> next = waiting.peek(); next != null; next = waiting.peek()) {
      items += next.items.size();
      if (!group.isEmpty() && items > itemsMax) {
        return group;
      }
      group.add(waiting.remove());
    }
    return group;
  }

  /// A leader is done: whoever is first in line by now and does not lead already leads the next
  /// group.
  synchronized void handOver(K key) {
    KeyQueue<T, R> queue = queueOf(key);
    if (queue.waiting.stream().anyMatch(next -> next.leads.complete(true))) {
      return;
    }
    queue.groups--;
    if (queue.groups == 0) {
      KeyQueue<T, R> _ = queues.remove(key);
    }
  }

  private KeyQueue<T, R> queueOf(K key) {
    KeyQueue<T, R> queue = queues.get(key);
    if (queue == null) {
      throw new IllegalStateException(key + " has no group under way");
    }
    return queue;
  }

  private static final class KeyQueue<T, R> {
    private final Queue<Caller<T, R>> waiting = new ArrayDeque<>();
    private int groups;
  }

  /// A caller with its items, until it is told what came of them.
  static final class Caller<T, R> {
    private final List<T> items;
    private final CompletableFuture<Boolean> leads = new CompletableFuture<>();
    private final CompletableFuture<Ending<R>> ending = new CompletableFuture<>();

    Caller(List<T> items) {
      this.items = List.copyOf(items);
    }

    List<T> items() {
      return items;
    }

    /// Later calls have no effect.
    void end(Ending<R> how) {
      boolean _ = ending.complete(how);
      boolean _ = leads.complete(false);
    }

    Ending<R> ending() {
      return ending.join();
    }
  }

  /// What a caller is told.
  sealed interface Ending<R> {
    record Committed<R>(List<R> results) implements Ending<R> {}

    record Failed<R>(RuntimeException failure) implements Ending<R> {}
  }
}
