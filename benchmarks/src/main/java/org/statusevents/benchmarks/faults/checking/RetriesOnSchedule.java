package org.statusevents.benchmarks.faults.checking;

import java.util.ArrayList;
import java.util.List;
import org.statusevents.benchmarks.faults.journal.Entry.Called;

/// The k-th retry comes after half of its delay at the soonest. Where harm was done meanwhile the
/// count may be lost, and only the receiver's own word is left: then nothing is judged.
final class RetriesOnSchedule implements Rule {
  private static final long FACTOR = 3;

  @Override
  public String name() {
    return "R10";
  }

  @Override
  public String promise() {
    return "no update is tried more often than the schedule allows";
  }

  @Override
  public List<String> violations(Evidence evidence) {
    List<String> violations = new ArrayList<>();
    for (List<Called> calls : evidence.callsByWebhookId().values()) {
      long delay = evidence.limits().firstRetryMillis();
      for (int i = 1; i < calls.size(); i++) {
        Called before = calls.get(i - 1);
        Called call = calls.get(i);
        if (!before.verdict().failure()) {
          continue;
        }
        if (call.at() - before.at() < delay
            && !evidence.faultBetween(calls.getFirst().at(), call.at(), call.channel())) {
          violations.add(
              "order %s: update %s was tried again after %d ms (expected: %d at the soonest)"
                  .formatted(call.order(), call.webhookId(), call.at() - before.at(), delay));
        }
        delay = Math.min(delay * FACTOR, evidence.limits().longestRetryMillis());
      }
    }
    return violations;
  }
}
