package org.statusevents.benchmarks.faults.checking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.statusevents.benchmarks.faults.checking.Snapshot.HistoryRow;
import org.statusevents.benchmarks.faults.checking.Snapshot.LaneName;
import org.statusevents.benchmarks.faults.journal.CallVerdict;
import org.statusevents.benchmarks.faults.journal.Entry;
import org.statusevents.benchmarks.faults.journal.Entry.Answered;
import org.statusevents.benchmarks.faults.journal.Entry.Asked;
import org.statusevents.benchmarks.faults.journal.Entry.Called;
import org.statusevents.benchmarks.faults.journal.Entry.Fault;

/// All that a run is judged by.
public record Evidence(
    List<Asked> asked,
    List<Answered> answered,
    List<Called> called,
    List<Fault> faults,
    Snapshot snapshot,
    Limits limits) {
  public Evidence {
    asked = List.copyOf(asked);
    answered = List.copyOf(answered);
    called = List.copyOf(called);
    faults = List.copyOf(faults);
  }

  /// Entries of all journals; each journal's own order is kept.
  public static Evidence of(Collection<Entry> entries, Snapshot snapshot, Limits limits) {
    return new Evidence(
        only(entries, Asked.class),
        only(entries, Answered.class),
        only(entries, Called.class),
        only(entries, Fault.class),
        snapshot,
        limits);
  }

  private static <T extends Entry> List<T> only(Collection<Entry> entries, Class<T> kind) {
    return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// Requests with an answer that says done.
  Set<String> requestsDone() {
    return answered.stream()
        .filter(answer -> answer.status() >= 200 && answer.status() < 300)
        .map(Answered::request)
        .collect(Collectors.toSet());
  }

  Map<String, List<HistoryRow>> historyByRequest() {
    return grouped(snapshot.history(), HistoryRow::request);
  }

  Map<String, List<Called>> callsByWebhookId() {
    return grouped(called, Called::webhookId);
  }

  Map<LaneName, List<Called>> callsByLane() {
    return grouped(called, call -> new LaneName(call.channel(), call.order()));
  }

  /// How often an update was taken again.
  public long duplicates() {
    return repeats(_ -> true);
  }

  /// Those of them that come after an acceptance whose answer was not lost on the way: what the
  /// product forgot.
  public long duplicatesForgotten() {
    return repeats(before -> before.verdict() == CallVerdict.TAKEN);
  }

  private long repeats(Predicate<Called> afterTaken) {
    long repeats = 0;
    for (List<Called> calls : callsByWebhookId().values()) {
      List<Called> taken = calls.stream().filter(call -> call.verdict().taken()).toList();
      for (int i = 1; i < taken.size(); i++) {
        repeats += afterTaken.test(taken.get(i - 1)) ? 1 : 0;
      }
    }
    return repeats;
  }

  /// Whether harm that calls of that channel can show was under way at some time between the two.
  boolean faultBetween(long from, long to, String channel) {
    return faults.stream()
        .anyMatch(fault ->
            fault.at() <= to
                && fault.until() >= from
                && (!fault.kind().reachesOneReceiver() || fault.whom().equals(channel)));
  }

  static <K, T> Map<K, List<T>> grouped(Collection<T> all, Function<T, K> key) {
    Map<K, List<T>> groups = new LinkedHashMap<>();
    for (T one : all) {
      boolean _ = groups.computeIfAbsent(key.apply(one), _ -> new ArrayList<>()).add(one);
    }
    return groups;
  }
}
