package org.statusevents.benchmarks.faults.checking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.statusevents.benchmarks.faults.journal.Entry.Called;

final class FirstAcceptancesInOrder implements Rule {
  @Override
  public String name() {
    return "R6";
  }

  @Override
  public String promise() {
    return "each order reaches each receiver in order";
  }

  @Override
  public List<String> violations(Evidence evidence) {
    List<String> violations = new ArrayList<>();
    for (List<Called> calls : evidence.callsByLane().values()) {
      Set<String> taken = new HashSet<>();
      long highest = 0;
      for (Called call : calls) {
        if (!call.verdict().taken() || !taken.add(call.webhookId())) {
          continue;
        }
        if (call.sequence() < highest) {
          violations.add(
              "order %s: %s took sequence %d, update %s, after %d"
                  .formatted(
                      call.order(), call.channel(), call.sequence(), call.webhookId(), highest));
        }
        highest = Math.max(highest, call.sequence());
      }
    }
    return violations;
  }
}
