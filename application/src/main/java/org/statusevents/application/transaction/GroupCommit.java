package org.statusevents.application.transaction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.statusevents.application.transaction.GroupQueue.Caller;
import org.statusevents.application.transaction.GroupQueue.Ending;

/// Lets callers with one key that come while earlier transactions of it are under way share the
/// next one. Nobody waits for company: who finds fewer groups under way than are allowed goes at
/// once. The callers' own threads do the work. How many wait is bounded by who lets them in. Safe
/// for many threads.
public final class GroupCommit<K, T, R> {
  private final BiFunction<K, List<T>, List<R>> transaction;
  private final GroupQueue<K, T, R> queue;

  /// `transaction` does items of one key as one, and answers one result per item in their order. At
  /// most `groupsMax` of a key run at once, each of up to `itemsMax` items where they come from
  /// several callers.
  public GroupCommit(BiFunction<K, List<T>, List<R>> transaction, int groupsMax, int itemsMax) {
    if (groupsMax < 1 || itemsMax < 1) {
      throw new IllegalArgumentException(
          "groupsMax: " + groupsMax + ", itemsMax: " + itemsMax + " (expected: >= 1)");
    }
    this.transaction = transaction;
    this.queue = new GroupQueue<>(groupsMax, itemsMax);
  }

  /// The results of the caller's own items. Where a group's transaction fails, each caller's items
  /// are tried alone, so that only those fail that cannot be done; [StorageUnavailable] is told to
  /// all of the group at once.
  public List<R> commit(K key, List<T> items) {
    Caller<T, R> caller = new Caller<>(items);
    if (queue.queue(key, caller)) {
      lead(key);
    }
    return switch (caller.ending()) {
      case Ending.Committed<R>(List<R> results) -> results;
      case Ending.Failed<R>(RuntimeException failure) -> throw failure;
    };
  }

  private void lead(K key) {
    List<Caller<T, R>> group = queue.nextGroup(key);
    try {
      // Another leader may have taken all that waited.
      if (!group.isEmpty()) {
        transact(key, group);
      }
    } finally {
      // Nobody may wait for ever, whatever went wrong.
      Ending<R> broken = new Ending.Failed<>(new IllegalStateException("a group broke off"));
      group.forEach(caller -> caller.end(broken));
      queue.handOver(key);
    }
  }

  private void transact(K key, List<Caller<T, R>> group) {
    try {
      tell(group, transaction.apply(key, itemsOf(group)));
    } catch (StorageUnavailable away) {
      group.forEach(caller -> caller.end(new Ending.Failed<>(away)));
    } catch (RuntimeException failure) {
      if (group.size() == 1) {
        group.getFirst().end(new Ending.Failed<>(failure));
      } else {
        // One of them cannot be done; it must not take its neighbours along.
        group.forEach(caller -> transact(key, List.of(caller)));
      }
    }
  }

  private static <T, R> List<T> itemsOf(List<Caller<T, R>> group) {
    List<T> items = new ArrayList<>();
    group.forEach(caller -> items.addAll(caller.items()));
    return items;
  }

  private static <T, R> void tell(List<Caller<T, R>> group, List<R> results) {
    int from = 0;
    for (Caller<T, R> caller : group) {
      int to = from + caller.items().size();
      caller.end(new Ending.Committed<>(List.copyOf(results.subList(from, to))));
      from = to;
    }
  }
}
