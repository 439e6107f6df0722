package org.statusevents.adapters.rest.exchange;

import org.statusevents.application.access.Role;

/// What a caller must show before an endpoint is asked.
public sealed interface Requirement {

  /// A key that grants `right` in the store of the path.
  record InStore(Role right) implements Requirement {}

  /// A key that grants `right`, for whatever stores; the endpoint sees to the scope.
  record Keyed(Role right) implements Requirement {}

  /// No key.
  record Open() implements Requirement {}

  /// No key, and no waiting behind other requests: for what watches the service.
  record Probe() implements Requirement {}
}
