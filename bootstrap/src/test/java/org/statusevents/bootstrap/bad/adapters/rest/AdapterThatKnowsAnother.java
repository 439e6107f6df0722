package org.statusevents.bootstrap.bad.adapters.rest;

import org.statusevents.bootstrap.bad.adapters.persistence.PublicImplementation;

/// Breaks the rule that adapters do not know each other.
final class AdapterThatKnowsAnother {
  int count(PublicImplementation implementation) {
    return implementation.count();
  }
}
