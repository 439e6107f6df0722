package org.statusevents.bootstrap.bad.adapters.rest;

import org.statusevents.bootstrap.bad.adapters.rest.back.BackToTheDoor;

/// A door as it should be, but for a feature that reaches back to it.
public final class BadDoor {
  private BadDoor() {}

  public static Class<?> feature() {
    return BackToTheDoor.class;
  }
}
