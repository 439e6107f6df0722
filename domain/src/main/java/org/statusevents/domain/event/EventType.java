package org.statusevents.domain.event;

/// A kind of thing that happens to orders: one of the 30 standard events, or one of a store's own.
public sealed interface EventType permits StandardEvent, StoreEvent {
  /// The key in capitals with underscores, for example `ORDER_ADD_TRACKING_NUMBER`.
  String key();

  /// The name a merchant reads, for example "Order Add Tracking Number".
  String displayName();

  EventScope scope();

  /// One sentence on when it fires.
  String description();

  /// What the caller sends with it.
  DataShape dataShape();

  /// True for the two events that report a person's choice; they carry the label themselves and
  /// their rule has none (R16, R17).
  default boolean isManualChange() {
    return this == StandardEvent.ITEM_CHANGE_STATUS || this == StandardEvent.ORDER_CHANGE_STATUS;
  }
}
