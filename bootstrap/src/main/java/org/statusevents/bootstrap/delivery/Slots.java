package org.statusevents.bootstrap.delivery;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.statusevents.application.delivering.Lanes.ChannelKey;

/// How many lanes are in delivery, in all and per channel. Safe for many threads.
final class Slots {
  private final WorkerLimits limits;
  private final Map<ChannelKey, Integer> byChannel = new HashMap<>();
  private int taken;

  Slots(WorkerLimits limits) {
    this.limits = limits;
  }

  synchronized void take(ChannelKey channel) {
    taken++;
    int _ = byChannel.merge(channel, 1, Integer::sum);
  }

  synchronized void give(ChannelKey channel) {
    taken--;
    Integer _ = byChannel.computeIfPresent(channel, (_, count) -> count == 1 ? null : count - 1);
  }

  synchronized int taken() {
    return taken;
  }

  /// What may be claimed now. A channel more than half in use is passed over, so that the others
  /// are not held to what little it has left.
  synchronized Room room() {
    Set<ChannelKey> full = new HashSet<>();
    int most = 0;
    for (Map.Entry<ChannelKey, Integer> entry : byChannel.entrySet()) {
      if (entry.getValue() * 2 > limits.perChannelMax()
          || entry.getValue() >= limits.perChannelMax()) {
        boolean _ = full.add(entry.getKey());
      } else {
        most = Math.max(most, entry.getValue());
      }
    }
    return new Room(limits.lanesMax() - taken, limits.perChannelMax() - most, full);
  }

  record Room(int lanes, int perChannel, Set<ChannelKey> full) {
    Room {
      full = Set.copyOf(full);
    }
  }
}
