package org.statusevents.bootstrap.bad.adapters.rest.back;

import org.statusevents.bootstrap.bad.adapters.rest.BadDoor;

/// Breaks the rule that packages form no cycle, with the door.
public final class BackToTheDoor {
  private BackToTheDoor() {}

  public static Class<?> next() {
    return BadDoor.class;
  }
}
