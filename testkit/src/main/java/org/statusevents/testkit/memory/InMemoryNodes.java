package org.statusevents.testkit.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.statusevents.application.delivering.Nodes;
import org.statusevents.testkit.memory.StoredState.StoredNode;

final class InMemoryNodes implements Nodes {
  private final InMemoryStorage storage;
  private final UUID node;

  InMemoryNodes(InMemoryStorage storage, UUID node) {
    this.storage = storage;
    this.node = node;
  }

  @Override
  public int beat(Duration silence) {
    return storage.write(state -> {
      Instant now = storage.now();
      StoredNode before = state.nodes.getOrDefault(node, new StoredNode(Instant.MIN, now));
      boolean steady = !before.seenAt().isBefore(now.minus(silence.dividedBy(2)));
      Instant since = steady ? before.steadySince() : now;
      state.nodes.put(node, new StoredNode(now, since));
      if (since.isAfter(now.minus(silence))) {
        return 0;
      }
      List<UUID> silent =
          state.nodes.entrySet().stream()
              .filter(entry -> entry.getValue().seenAt().isBefore(now.minus(silence)))
              .map(entry -> entry.getKey())
              .toList();
      return silent.stream().mapToInt(dead -> release(state, dead, StoredLane::takeOver)).sum();
    });
  }

  @Override
  public int leave() {
    return storage.write(state -> release(state, node, StoredLane::release));
  }

  private int release(StoredState state, UUID dead, BiConsumer<StoredLane, Instant> letGo) {
    Instant now = storage.now();
    List<StoredLane> held =
        state.lanes.values().stream()
            .filter(lane -> lane.isHeldBy(dead, now))
            .limit(LANES_MAX)
            .toList();
    held.forEach(lane -> {
      letGo.accept(lane, now);
      int _ = state.tryNextAt(lane.key().channelKey(), next -> next.isAfter(now) ? now : next);
    });
    if (held.size() < LANES_MAX) {
      StoredNode _ = state.nodes.remove(dead);
    }
    return held.size();
  }
}
