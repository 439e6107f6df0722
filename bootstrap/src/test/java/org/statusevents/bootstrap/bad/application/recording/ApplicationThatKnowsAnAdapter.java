package org.statusevents.bootstrap.bad.application.recording;

import org.statusevents.bootstrap.bad.adapters.persistence.PublicImplementation;

/// Breaks the rule that use cases know no adapter.
final class ApplicationThatKnowsAnAdapter {
  int count(PublicImplementation implementation) {
    return implementation.count();
  }
}
