package org.statusevents.domain.configuration;

/// What counts as news for a channel (R30).
public enum UpdateMode {
  /// A changed label, as in the original.
  STRICT,
  /// A changed label, or tracking numbers and ship dates the channel was not told yet.
  PAYLOAD
}
