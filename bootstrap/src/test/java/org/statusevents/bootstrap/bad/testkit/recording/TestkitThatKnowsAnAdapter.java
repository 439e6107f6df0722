package org.statusevents.bootstrap.bad.testkit.recording;

import org.statusevents.bootstrap.bad.adapters.persistence.PublicImplementation;

/// Breaks the rule that contracts and fakes serve any adapter.
final class TestkitThatKnowsAnAdapter {
  int count(PublicImplementation implementation) {
    return implementation.count();
  }
}
