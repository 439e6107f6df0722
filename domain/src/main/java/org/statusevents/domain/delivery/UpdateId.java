package org.statusevents.domain.delivery;

import java.util.UUID;

/// The id of an update; a repeated send carries the same one (R47).
public record UpdateId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
