package org.statusevents.benchmarks.faults.checking;

import java.util.List;

/// Rules R1 to R10 of section 5.3 of intake and delivery.
public final class Checker {
  private static final List<Rule> RULES =
      List.of(
          new AnsweredIsRecorded(),
          new UnansweredAtMostOnce(),
          new SequenceWithoutGaps(),
          new ReplayGivesLabels(),
          new UpdatesAccountedFor(),
          new FirstAcceptancesInOrder(),
          new DuplicatesExplained(),
          new NoIdleLaneWithWork(),
          new PausesObeyed(),
          new RetriesOnSchedule());

  private Checker() {}

  /// One verdict per rule, in their order.
  public static List<Verdict> check(Evidence evidence) {
    return RULES.stream()
        .map(rule -> new Verdict(rule.name(), rule.promise(), rule.violations(evidence)))
        .toList();
  }

  /// Holds where there are no violations.
  public record Verdict(String rule, String promise, List<String> violations) {
    public Verdict {
      violations = List.copyOf(violations);
    }

    public boolean holds() {
      return violations.isEmpty();
    }
  }
}
