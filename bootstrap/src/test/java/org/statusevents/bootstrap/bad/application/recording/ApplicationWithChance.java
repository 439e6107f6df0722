package org.statusevents.bootstrap.bad.application.recording;

import java.util.UUID;

/// Breaks the rule that the core makes no ids by chance.
final class ApplicationWithChance {
  UUID id() {
    return UUID.randomUUID();
  }
}
