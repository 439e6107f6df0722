package org.statusevents.benchmarks.faults.checking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.statusevents.benchmarks.faults.journal.CallVerdict;
import org.statusevents.benchmarks.faults.journal.Entry.Called;

/// A receiver that asked to wait is left in peace but for the lanes that were in hand. Not judged
/// where harm was done meanwhile, which may have kept the wish from being written down.
final class PausesObeyed implements Rule {
  @Override
  public String name() {
    return "R9";
  }

  @Override
  public String promise() {
    return "a receiver that asked to wait is called for lanes in hand only";
  }

  @Override
  public List<String> violations(Evidence evidence) {
    List<String> violations = new ArrayList<>();
    Map<String, List<Called>> byChannel = Evidence.grouped(evidence.called(), Called::channel);
    for (List<Called> calls : byChannel.values()) {
      for (int i = 0; i < calls.size(); i++) {
        Called asked = calls.get(i);
        if (asked.verdict() == CallVerdict.ASKED_TO_WAIT) {
          judge(asked, calls.subList(i + 1, calls.size()), evidence, violations);
        }
      }
    }
    return violations;
  }

  private static void judge(
      Called asked, List<Called> after, Evidence evidence, List<String> violations) {
    long settled = asked.at() + evidence.limits().settleMillisMax();
    long over = asked.at() + asked.waitMillis();
    if (settled >= over || evidence.faultBetween(asked.at(), over, asked.channel())) {
      return;
    }
    Set<String> orders = new HashSet<>();
    for (Called call : after) {
      if (call.at() >= over) {
        break;
      }
      if (call.at() >= settled) {
        boolean _ = orders.add(call.order());
      }
    }
    if (orders.size() > evidence.limits().lanesInHandMax()) {
      violations.add(
          "order %s: %s asked at %d to wait %d ms with update %s and was called for %d orders"
              .formatted(
                  asked.order(),
                  asked.channel(),
                  asked.at(),
                  asked.waitMillis(),
                  asked.webhookId(),
                  orders.size()));
    }
  }
}
