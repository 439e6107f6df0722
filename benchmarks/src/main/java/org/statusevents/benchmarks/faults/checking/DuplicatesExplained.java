package org.statusevents.benchmarks.faults.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.statusevents.benchmarks.faults.checking.Snapshot.LaneName;
import org.statusevents.benchmarks.faults.journal.CallVerdict;
import org.statusevents.benchmarks.faults.journal.Entry.Called;

/// A lost reply explains the repeat of that update only; other faults any repeat that follows.
final class DuplicatesExplained implements Rule {
  @Override
  public String name() {
    return "R7";
  }

  @Override
  public String promise() {
    return "a duplicate has the same id and body, and a fault or lost reply that explains it";
  }

  @Override
  public List<String> violations(Evidence evidence) {
    List<String> violations = new ArrayList<>();
    evidence.callsByLane().forEach((lane, calls) -> sameIds(lane, calls, violations));
    for (List<Called> calls : evidence.callsByWebhookId().values()) {
      Called first = calls.getFirst();
      boolean taken = false;
      for (int i = 0; i < calls.size(); i++) {
        Called call = calls.get(i);
        if (!call.bodyHash().equals(first.bodyHash())) {
          violations.add(
              "order %s: update %s came with another body the %d. time"
                  .formatted(call.order(), call.webhookId(), i + 1));
        }
        if (taken && !explained(call, calls.subList(0, i), evidence)) {
          violations.add(
              "order %s: update %s was sent to %s again at %d for no reason"
                  .formatted(call.order(), call.webhookId(), call.channel(), call.at()));
        }
        taken |= call.verdict().taken();
      }
    }
    return violations;
  }

  private static void sameIds(LaneName lane, List<Called> calls, List<String> violations) {
    Map<Long, List<Called>> bySequence = Evidence.grouped(calls, Called::sequence);
    for (List<Called> same : bySequence.values()) {
      String id = same.getFirst().webhookId();
      same.stream()
          .filter(call -> !call.webhookId().equals(id))
          .findFirst()
          .ifPresent(other ->
              violations.add(
                  "order %s: sequence %d came to %s as %s and as %s"
                      .formatted(
                          lane.order(), other.sequence(), lane.channel(), id, other.webhookId())));
    }
  }

  private static boolean explained(Called call, List<Called> before, Evidence evidence) {
    boolean lost = before.getLast().verdict() == CallVerdict.TAKEN_UNSAID;
    // A repeat may fail too; then the one after it is explained by that failure.
    boolean failed = !before.getLast().verdict().taken();
    long since = call.at() - evidence.limits().duplicateMillisMax();
    return lost || failed || evidence.faultBetween(since, call.at(), call.channel());
  }
}
