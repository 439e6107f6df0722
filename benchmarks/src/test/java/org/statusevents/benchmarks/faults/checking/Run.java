package org.statusevents.benchmarks.faults.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.statusevents.benchmarks.faults.checking.Snapshot.Change;
import org.statusevents.benchmarks.faults.checking.Snapshot.HistoryRow;
import org.statusevents.benchmarks.faults.checking.Snapshot.LaneRow;
import org.statusevents.benchmarks.faults.checking.Snapshot.OrderRow;
import org.statusevents.benchmarks.faults.checking.Snapshot.UpdateRow;
import org.statusevents.benchmarks.faults.journal.CallVerdict;
import org.statusevents.benchmarks.faults.journal.Entry;
import org.statusevents.benchmarks.faults.journal.Entry.Answered;
import org.statusevents.benchmarks.faults.journal.Entry.Asked;
import org.statusevents.benchmarks.faults.journal.Entry.Called;
import org.statusevents.benchmarks.faults.journal.Entry.Fault;
import org.statusevents.benchmarks.faults.journal.FaultKind;

/// A run of three orders with four events each that keeps every promise, and its lists to alter.
/// Order A had a lost reply at sequence 2 and a failure at 3; a node was killed late in the run,
/// which sent B's last update twice; the channel asked to wait before C's last.
final class Run {
  static final long LATE = 200_000;
  private static final List<String> ORDERS = List.of("A", "B", "C");
  private static final List<String> LABELS = List.of("Received", "Approved", "Packed", "Paid");
  private static final int EVENTS = 4;

  final List<Asked> asked = new ArrayList<>();
  final List<Answered> answered = new ArrayList<>();
  final List<Called> called = new ArrayList<>();
  final List<Fault> faults = new ArrayList<>();
  final List<OrderRow> orders = new ArrayList<>();
  final List<HistoryRow> history = new ArrayList<>();
  final List<UpdateRow> updates = new ArrayList<>();
  final List<LaneRow> lanes = new ArrayList<>();

  static Run good() {
    Run run = new Run();
    for (String order : ORDERS) {
      for (int i = 1; i <= EVENTS; i++) {
        run.event(order, i);
      }
      run.orders.add(new OrderRow(order, EVENTS, "Paid", Map.of(1, "Paid")));
      run.lanes.add(new LaneRow("cart", order, EVENTS, EVENTS, false, false, false));
    }
    run.history.add(
        new HistoryRow("D", 1, "D-1", "EVENT_1", List.of(new Change(0, "", "Received")), false));
    run.asked.add(new Asked(900, "D-1", "D", "EVENT_1", "hash"));
    run.answered.add(new Answered(901, "D-1", Answered.NONE));
    run.orders.add(new OrderRow("D", 1, "Received", Map.of(1, "")));
    run.asked.add(new Asked(900, "D-2", "D", "EVENT_2", "hash"));
    run.answered.add(new Answered(901, "D-2", 422));
    run.calls();
    run.faults.add(new Fault(LATE, LATE + 5_000, FaultKind.NODE_KILLED, "node 1"));
    return run;
  }

  private void event(String order, int i) {
    String request = order + "-" + i;
    asked.add(new Asked(i * 10L, request, order, "EVENT_" + i, "hash"));
    answered.add(new Answered(i * 10L + 1, request, 503));
    answered.add(new Answered(i * 10L + 2, request, 200));
    String previous = i == 1 ? "" : LABELS.get(i - 2);
    history.add(
        new HistoryRow(
            order,
            i,
            request,
            "EVENT_" + i,
            List.of(
                new Change(Change.ORDER, previous, LABELS.get(i - 1)),
                new Change(1, previous, LABELS.get(i - 1))),
            true));
    updates.add(new UpdateRow("cart", order, i, "id-" + request, i, true, false));
  }

  private void calls() {
    call(1_000, "A", 1, CallVerdict.TAKEN);
    call(1_010, "A", 2, CallVerdict.TAKEN_UNSAID);
    call(2_500, "A", 2, CallVerdict.TAKEN);
    call(2_600, "A", 3, CallVerdict.ERROR);
    call(3_700, "A", 3, CallVerdict.RESET);
    call(6_800, "A", 3, CallVerdict.TAKEN);
    call(6_900, "A", 4, CallVerdict.TAKEN);
    call(7_000, "B", 1, CallVerdict.TAKEN);
    call(7_010, "B", 2, CallVerdict.TAKEN);
    call(7_020, "B", 3, CallVerdict.TAKEN);
    call(8_000, "C", 1, CallVerdict.TAKEN);
    call(8_010, "C", 2, CallVerdict.TAKEN);
    call(8_020, "C", 3, CallVerdict.TAKEN);
    called.add(
        new Called(
            10_000, "cart", "id-C-4", "C", 4, "body-C-4", CallVerdict.ASKED_TO_WAIT, 30_000));
    call(41_000, "C", 4, CallVerdict.TAKEN);
    call(LATE - 10, "B", 4, CallVerdict.TAKEN);
    call(LATE + 45_000, "B", 4, CallVerdict.TAKEN);
  }

  void call(long at, String order, int sequence, CallVerdict verdict) {
    String update = order + "-" + sequence;
    called.add(
        new Called(at, "cart", "id-" + update, order, sequence, "body-" + update, verdict, 0));
  }

  Evidence evidence() {
    List<Entry> entries = new ArrayList<>();
    entries.addAll(asked);
    entries.addAll(answered);
    entries.addAll(called);
    entries.addAll(faults);
    return Evidence.of(entries, new Snapshot(orders, history, updates, lanes), Limits.of(1, 2));
  }

  /// Alters the one that is meant; there must be one.
  static <T> void alter(List<T> list, Predicate<T> which, UnaryOperator<T> change) {
    int at = index(list, which);
    T _ = list.set(at, change.apply(list.get(at)));
  }

  static <T> int index(List<T> list, Predicate<T> which) {
    for (int i = 0; i < list.size(); i++) {
      if (which.test(list.get(i))) {
        return i;
      }
    }
    throw new IllegalArgumentException("none such");
  }

  static <T> void drop(List<T> list, Predicate<T> which) {
    T _ = list.remove(index(list, which));
  }
}
