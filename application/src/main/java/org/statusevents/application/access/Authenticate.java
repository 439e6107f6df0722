package org.statusevents.application.access;

/// Tells who a presented key belongs to.
public interface Authenticate {

  /// Takes the same time for a wrong key as for an unknown one.
  Authentication authenticate(String presentedKey);

  sealed interface Authentication {
    record Known(AccessKey key) implements Authentication {}

    record Expired() implements Authentication {}

    /// Malformed, unknown, deleted, or the wrong secret.
    record Unknown() implements Authentication {}
  }
}
