package org.statusevents.bootstrap.bad.domain.label;

import java.time.Instant;

/// Breaks the rule that the core has no clock.
final class DomainWithAClock {
  Instant made() {
    return Instant.now();
  }
}
