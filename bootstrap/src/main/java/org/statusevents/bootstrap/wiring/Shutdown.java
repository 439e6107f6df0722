package org.statusevents.bootstrap.wiring;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What was opened, to be closed once, in reverse: intake first, then the worker, then the pool,
/// then the database. One that fails does not keep the others open.
public final class Shutdown implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

  private final Deque<Opened> opened = new ArrayDeque<>();

  public synchronized <T extends AutoCloseable> T add(String name, T part) {
    opened.push(new Opened(name, part));
    return part;
  }

  @Override
  public synchronized void close() {
    while (!opened.isEmpty()) {
      Opened next = opened.pop();
      try {
        next.part().close();
        LOG.debug("Closed: {}", next.name());
      } catch (Exception e) {
        // The last line of defence: the rest must be closed whatever this one does.
        LOG.warn("Closing failed: {}", next.name(), e);
      }
    }
  }

  private record Opened(String name, AutoCloseable part) {}
}
