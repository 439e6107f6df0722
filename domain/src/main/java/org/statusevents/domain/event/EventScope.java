package org.statusevents.domain.event;

/// What an event concerns (section 1.4 of the rules): lines, drop-ship lines, or the order with all
/// its lines.
public enum EventScope {
  ITEM,
  DROP_SHIP,
  ORDER;

  /// True where the item label goes to the named lines only (R12), false where to all (R13).
  public boolean namesLines() {
    return this != ORDER;
  }
}
