package org.statusevents.domain.label;

/// What a label means, whatever its text says; drives progress lines and default mappings.
public enum LabelKind {
  RECEIVED,
  ON_HOLD,
  PAID,
  IN_PROGRESS,
  BACKORDERED,
  PARTLY_SHIPPED,
  SHIPPED,
  DELIVERED,
  RETURNED,
  CANCELLED,
  OTHER
}
