package org.statusevents.domain.channel;

/// What a channel wants of an order's updates.
public enum DeliveryMode {
  /// Each update, one after the other; one that cannot be delivered holds the later ones back.
  EVERY_EVENT,
  /// The newest only; older waiting ones are superseded by it.
  LATEST_STATE
}
