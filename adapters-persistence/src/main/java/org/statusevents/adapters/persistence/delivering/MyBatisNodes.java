package org.statusevents.adapters.persistence.delivering;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.statusevents.adapters.persistence.delivering.NodeMapper.Release;
import org.statusevents.adapters.persistence.session.CurrentSession;
import org.statusevents.application.delivering.Nodes;

/// One node's word among all nodes of the database.
final class MyBatisNodes implements Nodes {
  private static final int NODES_MAX = 16;

  private final CurrentSession session;
  private final UUID node;

  MyBatisNodes(CurrentSession session, UUID node) {
    this.session = session;
    this.node = node;
  }

  /// The beat is committed before anybody is judged: it must not wait for what that takes.
  @Override
  public int beat(Duration silence) {
    int _ = session.with(NodeMapper.class, mapper -> mapper.beat(node, silence.toMillis() / 2));
    return session.with(
        NodeMapper.class,
        mapper -> {
          List<UUID> silent = mapper.silent(node, silence.toMillis(), NODES_MAX);
          return silent.isEmpty() ? 0 : release(mapper, silent.toArray(UUID[]::new), true);
        });
  }

  @Override
  public int leave() {
    return session.with(NodeMapper.class, mapper -> release(mapper, new UUID[] {node}, false));
  }

  /// Nodes that still hold something are kept in mind. Whether the updates of a node that died were
  /// sent is not known, so that they do not queue behind others again.
  private static int release(NodeMapper mapper, UUID[] nodes, boolean inFront) {
    Release release = mapper.release(nodes, LANES_MAX, inFront);
    if (release.held() == release.released() && release.held() < LANES_MAX) {
      int _ = mapper.forget(nodes);
    }
    return release.released();
  }
}
