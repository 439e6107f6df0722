package org.statusevents.domain.delivery;

/// Where what an event meant for a channel stands: exactly one of these.
public enum UpdateState {
  /// Waiting for its turn or its next try.
  OWED,
  /// Handed to a sender just now.
  IN_DELIVERY,
  /// The receiver took it.
  ACCEPTED,
  /// Given up by a person after the receiver refused it or could not be reached.
  REFUSED,
  /// Waits for a person.
  PARKED,
  /// A newer update took its place.
  SUPERSEDED,
  /// Never owed, for a reason from the closed list.
  NOT_SENT
}
