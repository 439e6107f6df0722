package org.statusevents.bootstrap;

import java.util.List;

/// Settings that make no sense: everything that is wrong with them, a line each.
final class WrongSettings extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongSettings(List<String> problems) {
    super("Wrong settings:\n  " + String.join("\n  ", problems));
  }
}
