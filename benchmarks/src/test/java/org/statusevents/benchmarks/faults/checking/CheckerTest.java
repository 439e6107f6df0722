package org.statusevents.benchmarks.faults.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.statusevents.benchmarks.faults.checking.Checker.Verdict;
import org.statusevents.benchmarks.faults.checking.Snapshot.Change;
import org.statusevents.benchmarks.faults.checking.Snapshot.HistoryRow;
import org.statusevents.benchmarks.faults.checking.Snapshot.LaneRow;
import org.statusevents.benchmarks.faults.checking.Snapshot.OrderRow;
import org.statusevents.benchmarks.faults.checking.Snapshot.UpdateRow;
import org.statusevents.benchmarks.faults.journal.CallVerdict;
import org.statusevents.benchmarks.faults.journal.Entry.Answered;
import org.statusevents.benchmarks.faults.journal.Entry.Asked;
import org.statusevents.benchmarks.faults.journal.Entry.Called;
import org.statusevents.benchmarks.faults.journal.Entry.Fault;
import org.statusevents.benchmarks.faults.journal.FaultKind;

final class CheckerTest {
  @Test
  void aRunThatKeepsEveryPromisePasses() {
    List<Verdict> verdicts = Checker.check(Run.good().evidence());

    assertThat(verdicts)
        .extracting(Verdict::rule)
        .containsExactly("R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10");
    assertThat(verdicts).allSatisfy(verdict -> assertThat(verdict.violations()).isEmpty());
  }

  @Test
  void duplicatesAreCountedByWhatWasTakenAgain() {
    assertThat(Run.good().evidence().duplicates()).isEqualTo(2);
    assertThat(Run.good().evidence().duplicatesForgotten()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(FaultKind.class)
  void harmExcusesADuplicateAtTheReceiverThatItReaches(FaultKind kind) {
    Run run = Run.good();
    Run.alter(run.faults, _ -> true, fault -> new Fault(fault.at(), fault.until(), kind, "cart"));
    assertThat(broken(run)).isEmpty();

    Run.alter(
        run.faults, _ -> true, fault -> new Fault(fault.at(), fault.until(), kind, "another"));
    assertThat(broken(run)).isEqualTo(kind.reachesOneReceiver() ? List.of("R7") : List.of());
  }

  private static List<String> broken(Run run) {
    return Checker.check(run.evidence()).stream()
        .filter(verdict -> !verdict.holds())
        .map(Verdict::rule)
        .toList();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("mutations")
  void eachMutationIsFoundByItsRule(
      String rule, String what, String order, Consumer<Run> mutation) {
    Run run = Run.good();
    mutation.accept(run);

    List<Verdict> broken =
        Checker.check(run.evidence()).stream().filter(verdict -> !verdict.holds()).toList();

    assertThat(broken).extracting(Verdict::rule).as(what).contains(rule);
    Verdict found =
        broken.stream().filter(verdict -> verdict.rule().equals(rule)).findFirst().orElseThrow();
    assertThat(found.violations())
        .anySatisfy(sentence -> assertThat(sentence).contains("order " + order));
  }

  static Stream<Arguments> mutations() {
    return Stream.of(
        of(
            "R1",
            "drop a row of history that was answered",
            "A",
            run -> Run.drop(run.history, row("A-4"))),
        of(
            "R1",
            "double a row of history",
            "A",
            run -> run.history.add(run.history.get(Run.index(run.history, row("A-4"))))),
        of(
            "R1",
            "alter the event of a row",
            "B",
            run ->
                Run.alter(
                    run.history,
                    row("B-2"),
                    row -> history(row, row.order(), row.sequence(), "OTHER"))),
        of(
            "R1",
            "swap the orders of two rows",
            "A",
            run -> {
              Run.alter(run.history, row("A-2"), row -> history(row, "B", 2, row.event()));
              Run.alter(run.history, row("B-2"), row -> history(row, "A", 2, row.event()));
            }),
        of(
            "R2",
            "double a row that was not answered",
            "D",
            run -> run.history.add(run.history.get(Run.index(run.history, row("D-1"))))),
        of(
            "R2",
            "a refused request in history",
            "D",
            run -> run.history.add(new HistoryRow("D", 2, "D-2", "EVENT_2", List.of(), false))),
        of(
            "R2",
            "drop who asked",
            "C",
            run -> Run.drop(run.asked, (Asked asked) -> asked.request().equals("C-3"))),
        of(
            "R2",
            "alter an answer to a refusal",
            "C",
            run -> {
              Run.drop(
                  run.answered, (Answered a) -> a.request().equals("C-3") && a.status() == 200);
              run.answered.add(new Answered(90, "C-3", 409));
            }),
        of(
            "R3",
            "alter a sequence",
            "B",
            run -> Run.alter(run.history, row("B-4"), row -> history(row, "B", 5, row.event()))),
        of(
            "R3",
            "alter a version",
            "C",
            run ->
                Run.alter(run.orders, order("C"), o -> new OrderRow("C", 5, o.label(), o.lines()))),
        of("R3", "drop an order", "C", run -> Run.drop(run.orders, order("C"))),
        of(
            "R4",
            "alter the label of an order",
            "A",
            run ->
                Run.alter(run.orders, order("A"), o -> new OrderRow("A", 4, "Packed", o.lines()))),
        of(
            "R4",
            "alter the label of a line",
            "A",
            run ->
                Run.alter(
                    run.orders,
                    order("A"),
                    o -> new OrderRow("A", 4, "Paid", Map.of(1, "Packed")))),
        of(
            "R4",
            "swap two rows of history",
            "B",
            run -> {
              Run.alter(run.history, row("B-2"), row -> history(row, "B", 3, row.event()));
              Run.alter(run.history, row("B-3"), row -> history(row, "B", 2, row.event()));
            }),
        of(
            "R4",
            "alter what stood before",
            "B",
            run ->
                Run.alter(
                    run.history,
                    row("B-3"),
                    row ->
                        new HistoryRow(
                            "B",
                            3,
                            "B-3",
                            "EVENT_3",
                            List.of(
                                new Change(Change.ORDER, "Paid", "Packed"),
                                row.changes().getLast()),
                            true))),
        of("R5", "drop a call that was taken", "B", run -> Run.drop(run.called, call("id-B-2"))),
        of(
            "R5",
            "drop an update",
            "B",
            run -> Run.drop(run.updates, (UpdateRow u) -> u.webhookId().equals("id-B-4"))),
        of(
            "R5",
            "drop a lane",
            "B",
            run -> Run.drop(run.lanes, (LaneRow lane) -> lane.order().equals("B"))),
        of(
            "R5",
            "settle what was never accepted",
            "C",
            run ->
                Run.alter(
                    run.updates,
                    (UpdateRow u) -> u.webhookId().equals("id-C-2"),
                    u -> new UpdateRow("cart", "C", 2, "id-C-2", 2, false, false))),
        of(
            "R5",
            "call with what nobody owes",
            "A",
            run -> run.call(9_000, "A", 5, CallVerdict.TAKEN)),
        of(
            "R6",
            "swap two acceptances",
            "B",
            run -> {
              Called first = run.called.get(Run.index(run.called, call("id-B-2")));
              Run.alter(
                  run.called,
                  call("id-B-2"),
                  _ -> run.called.get(Run.index(run.called, call("id-B-3"))));
              int last =
                  run.called.lastIndexOf(run.called.get(Run.index(run.called, call("id-B-3"))));
              Called _ = run.called.set(last, first);
            }),
        of(
            "R7",
            "double a call without a reason",
            "C",
            run -> run.call(100_000, "C", 1, CallVerdict.TAKEN)),
        of("R7", "drop the fault", "B", run -> run.faults.clear()),
        of(
            "R7",
            "alter the body of a repeat",
            "A",
            run -> {
              int again =
                  run.called.lastIndexOf(
                      run.called.stream()
                          .filter(call("id-A-2"))
                          .reduce((_, last) -> last)
                          .orElseThrow());
              Called c = run.called.get(again);
              Called _ =
                  run.called.set(
                      again,
                      new Called(c.at(), "cart", c.webhookId(), "A", 2, "other", c.verdict(), 0));
            }),
        of(
            "R7",
            "alter the id of a repeat",
            "A",
            run -> {
              Called c = run.called.get(Run.index(run.called, call("id-A-2")));
              Called _ =
                  run.called.set(
                      run.called.indexOf(c),
                      new Called(c.at(), "cart", "id-other", "A", 2, c.bodyHash(), c.verdict(), 0));
            }),
        of(
            "R8",
            "a lane forgets what is due",
            "C",
            run ->
                Run.alter(
                    run.lanes,
                    (LaneRow lane) -> lane.order().equals("C"),
                    lane -> new LaneRow("cart", "C", 3, 4, false, false, false))),
        of(
            "R9",
            "call for more orders than were in hand",
            "C",
            run -> {
              int at = Run.index(run.called, call("id-C-4")) + 1;
              for (String order : List.of("A", "B", "D")) {
                run.called.add(
                    at,
                    new Called(
                        20_000,
                        "cart",
                        "id-" + order + "-1",
                        order,
                        1,
                        "body-" + order + "-1",
                        CallVerdict.TAKEN,
                        0));
              }
            }),
        of(
            "R10",
            "a first retry too soon",
            "A",
            run -> Run.alter(run.called, (Called c) -> c.at() == 3_700, c -> again(c, 2_900))),
        of(
            "R10",
            "a second retry after the first one's delay",
            "A",
            run -> Run.alter(run.called, (Called c) -> c.at() == 6_800, c -> again(c, 5_000))));
  }

  private static Arguments of(String rule, String what, String order, Consumer<Run> mutation) {
    return Arguments.of(rule, what, order, mutation);
  }

  private static Predicate<HistoryRow> row(String request) {
    return row -> row.request().equals(request);
  }

  private static Predicate<OrderRow> order(String order) {
    return row -> row.order().equals(order);
  }

  private static Predicate<Called> call(String webhookId) {
    return call -> call.webhookId().equals(webhookId);
  }

  private static HistoryRow history(HistoryRow row, String order, long sequence, String event) {
    return new HistoryRow(order, sequence, row.request(), event, row.changes(), row.owes());
  }

  private static Called again(Called call, long at) {
    return new Called(
        at,
        call.channel(),
        call.webhookId(),
        call.order(),
        call.sequence(),
        call.bodyHash(),
        call.verdict(),
        call.waitMillis());
  }
}
