package org.statusevents.benchmarks.faults.checking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.statusevents.benchmarks.faults.checking.Snapshot.HistoryRow;
import org.statusevents.benchmarks.faults.checking.Snapshot.LaneName;
import org.statusevents.benchmarks.faults.checking.Snapshot.LaneRow;
import org.statusevents.benchmarks.faults.checking.Snapshot.UpdateRow;
import org.statusevents.benchmarks.faults.journal.Entry.Called;

final class UpdatesAccountedFor implements Rule {
  @Override
  public String name() {
    return "R5";
  }

  @Override
  public String promise() {
    return "each owed update was taken by its receiver, superseded, given up or waits in a lane";
  }

  @Override
  public List<String> violations(Evidence evidence) {
    List<String> violations = new ArrayList<>();
    Map<LaneName, LaneRow> lanes = new HashMap<>();
    evidence.snapshot().lanes().forEach(lane -> lanes.put(lane.name(), lane));
    Map<LaneName, List<UpdateRow>> updates =
        Evidence.grouped(evidence.snapshot().updates(), UpdateRow::lane);
    Map<String, List<Called>> calls = evidence.callsByWebhookId();
    for (Map.Entry<LaneName, List<UpdateRow>> entry : updates.entrySet()) {
      LaneRow lane = lanes.get(entry.getKey());
      if (lane == null) {
        violations.add("order %s: updates without a lane".formatted(entry.getKey().order()));
      } else {
        count(lane, entry.getValue(), violations);
        entry
            .getValue()
            .forEach(update -> {
              if (!accounted(update, lane, entry.getValue(), calls)) {
                violations.add(
                    "order %s: update %s, sequence %d, is settled but %s"
                        .formatted(
                            update.order(),
                            update.webhookId(),
                            update.sequence(),
                            update.accepted() ? "its receiver never took it" : "never accepted"));
              }
            });
      }
    }
    unowed(evidence, violations);
    unknown(evidence, violations);
    return violations;
  }

  private static void count(LaneRow lane, List<UpdateRow> updates, List<String> violations) {
    if (updates.size() != lane.last()) {
      violations.add(
          "order %s: the lane of %s ends at %d and has %d updates"
              .formatted(lane.order(), lane.channel(), lane.last(), updates.size()));
    }
  }

  private static boolean accounted(
      UpdateRow update, LaneRow lane, List<UpdateRow> all, Map<String, List<Called>> calls) {
    if (update.accepted()) {
      return calls.getOrDefault(update.webhookId(), List.of()).stream()
          .anyMatch(call -> call.verdict().taken());
    }
    boolean superseded =
        lane.latestState()
            && all.stream()
                .anyMatch(later -> later.position() > update.position() && later.accepted());
    return update.position() > lane.acked() || update.discarded() || superseded;
  }

  private static void unowed(Evidence evidence, List<String> violations) {
    Set<OrderAt> owed = new HashSet<>();
    evidence
        .snapshot()
        .updates()
        .forEach(update -> owed.add(new OrderAt(update.order(), update.sequence())));
    for (HistoryRow row : evidence.snapshot().history()) {
      if (row.owes() && !owed.contains(new OrderAt(row.order(), row.sequence()))) {
        violations.add(
            "order %s: sequence %d, request %s, owes an update that is not there"
                .formatted(row.order(), row.sequence(), row.request()));
      }
    }
  }

  private static void unknown(Evidence evidence, List<String> violations) {
    Map<String, UpdateRow> updates = new HashMap<>();
    evidence.snapshot().updates().forEach(update -> updates.put(update.webhookId(), update));
    for (Called call : evidence.called()) {
      UpdateRow update = updates.get(call.webhookId());
      if (update == null
          || !update.lane().equals(new LaneName(call.channel(), call.order()))
          || update.sequence() != call.sequence()) {
        violations.add(
            "order %s: %s was sent %s, sequence %d, which it is not owed"
                .formatted(call.order(), call.channel(), call.webhookId(), call.sequence()));
      }
    }
  }

  private record OrderAt(String order, long sequence) {}
}
