package org.statusevents.bootstrap.bad.adapters.rest.here;

import org.statusevents.bootstrap.bad.adapters.rest.there.There;

/// Breaks the rule that packages form no cycle, with the other.
public final class Here {
  private Here() {}

  public static Class<?> next() {
    return There.class;
  }
}
