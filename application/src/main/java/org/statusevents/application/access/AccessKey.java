package org.statusevents.application.access;

import java.time.Instant;
import java.util.Optional;

/// A key without its secret.
public record AccessKey(
    String id,
    StoreScope scope,
    Role role,
    String name,
    Instant createdAt,
    Optional<Instant> expiresAt) {
  public static final int NAME_LENGTH_MAX = 100;
}
