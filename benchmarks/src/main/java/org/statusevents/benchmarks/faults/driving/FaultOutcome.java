package org.statusevents.benchmarks.faults.driving;

import java.util.List;
import java.util.Locale;
import org.statusevents.benchmarks.faults.checking.Checker.Verdict;
import org.statusevents.benchmarks.faults.checking.Evidence;
import org.statusevents.benchmarks.faults.journal.Entry;
import org.statusevents.benchmarks.faults.journal.FaultKind;
import org.statusevents.benchmarks.report.Figure;
import org.statusevents.benchmarks.report.Report;

/// What a run came to. `left` updates were still owed when it lost patience.
public record FaultOutcome(
    Evidence evidence,
    List<Verdict> verdicts,
    long left,
    double askingSeconds,
    double drainSeconds) {
  private static final int SENTENCES_MAX = 20;

  public FaultOutcome {
    verdicts = List.copyOf(verdicts);
  }

  /// No rule is broken and nothing is left.
  public boolean passed() {
    return left == 0 && verdicts.stream().allMatch(Verdict::holds);
  }

  public long violations(String rule) {
    return verdicts.stream()
        .filter(verdict -> verdict.rule().equals(rule))
        .mapToLong(verdict -> verdict.violations().size())
        .sum();
  }

  /// How often that harm was done.
  public long faults(FaultKind kind) {
    return evidence.faults().stream()
        .filter(fault -> fault.kind() == kind)
        .map(Entry.Fault::at)
        .distinct()
        .count();
  }

  /// Requests that were answered 2xx.
  public long answered() {
    return evidence.answered().stream()
        .filter(answer -> answer.status() >= 200 && answer.status() < 300)
        .map(Entry.Answered::request)
        .distinct()
        .count();
  }

  public void addTo(Report report) {
    long asked = evidence.asked().size();
    long calls = evidence.called().size();
    long faulty = evidence.called().stream().filter(FaultOutcome::faulty).count();
    count(report, "events asked for, imports included", asked, "events");
    count(report, "answered 2xx", answered(), "events");
    report.add(Figure.of("time to ask for them", askingSeconds, "s", "imports not included"));
    for (FaultKind kind : FaultKind.values()) {
      String name = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      count(report, name, faults(kind), "times");
    }
    count(report, "calls of receivers", calls, "calls");
    report.add(
        Figure.of(
            "faulty of these", calls == 0 ? 0 : 100.0 * faulty / calls, "%", "by the receivers"));
    count(report, "duplicates", evidence.duplicates(), "updates");
    count(report, "duplicates not by a lost reply", evidence.duplicatesForgotten(), "updates");
    report.add(zero("lost", violations("R1") + violations("R5"), "R1, R5"));
    report.add(zero("reordered", violations("R6"), "R6"));
    report.add(Figure.of("time to an empty backlog", drainSeconds, "s", "after the last event"));
    report.add(zero("left in the backlog", left, "then"));
    for (Verdict verdict : verdicts) {
      report.add(zero(verdict.rule(), verdict.violations().size(), verdict.promise()));
      verdict.violations().stream()
          .limit(SENTENCES_MAX)
          .forEach(sentence -> report.note(verdict.rule() + ": " + sentence));
    }
  }

  private static boolean faulty(Entry.Called call) {
    return switch (call.verdict()) {
      case TAKEN -> false;
      case TAKEN_UNSAID, ERROR, ASKED_TO_WAIT, RESET, STALLED -> true;
    };
  }

  private static void count(Report report, String name, long value, String unit) {
    report.add(Figure.count(name, value, unit, "by the journals"));
  }

  private static Figure zero(String name, long value, String how) {
    return Figure.count(name, value, "violations", how).below(1);
  }
}
