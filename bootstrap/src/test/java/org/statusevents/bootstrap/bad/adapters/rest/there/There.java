package org.statusevents.bootstrap.bad.adapters.rest.there;

import org.statusevents.bootstrap.bad.adapters.rest.here.Here;

/// Breaks the rule that packages form no cycle, with the other.
public final class There {
  private There() {}

  public static Class<?> next() {
    return Here.class;
  }
}
