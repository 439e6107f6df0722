package org.statusevents.application.health;

import java.util.Optional;

/// A part of the service that requests need.
public interface Readiness {
  /// The part's name, for example "database".
  String part();

  /// What is wrong, as a sentence; empty when requests are likely to succeed. Never throws, and
  /// answers within 3 seconds.
  Optional<String> problem();
}
