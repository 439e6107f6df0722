package org.statusevents.bootstrap.bad.adapters.persistence.recording;

import org.statusevents.bootstrap.bad.testkit.recording.BadFixture;

/// Breaks the rule that adapters know the application only, not even the testkit.
final class AdapterThatKnowsTheTestkit {
  Class<?> fixture() {
    return BadFixture.class;
  }
}
